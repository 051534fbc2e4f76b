"""A law of the whole way from exports to proofs: in which files, under which names and in which order the rows came changes nothing."""

from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import Shop
from pipelines.steps.normalise import normalise
from pipelines.steps.prove import prove
from pipelines.steps.reconcile import reconcile
from pipelines.warehouse import open_warehouse
from tests.inboxes import Inbox
from tests.tables import MONTH_END

NOTES = "credit_note_number,issued_at,order_id,nature,settlement,currency,line_type,sku,title,quantity,unit_price_gross,vat_rate"
PAYMENTS = "provider,payment_id,order_id,captured_at,amount,currency"
REFUNDS = "provider,refund_id,type,status,created_at,gross,currency,payment_id,order_reference,updated_at"
EXPORTS = {
    NOTES: [
        f"AV-{number},2026-10-0{day}T10:00:00Z,C-{order},price_reduction,refund,EUR,product,RED,Robe,1,{gross},20"
        for number, day, order, gross in [
            (1, 1, 1, "20.00"), (2, 1, 2, "10.00"), (3, 2, 2, "10.00"), (4, 2, 3, "15.00"), (5, 3, 3, "25.00"), (6, 3, 4, "30.00"),
        ]
    ],
    PAYMENTS: [f"stripe,pi_{order},C-{order},2026-09-01T10:00:00Z,100.00,EUR" for order in range(1, 5)],
    REFUNDS: [
        f"stripe,{refund},refund,{status},2026-10-0{day}T12:00:00Z,{gross},EUR,{payment},{order},{updated}"
        for refund, status, day, gross, payment, order, updated in [
            ("re_1", "pending", 2, "20.00", "pi_1", "", "2026-10-02T12:00:00Z"), ("re_1", "succeeded", 2, "20.00", "pi_1", "", "2026-10-04T12:00:00Z"),
            ("re_2", "succeeded", 3, "10.00", "pi_2", "", ""), ("re_3", "succeeded", 4, "10.00", "", "C-2", ""),
            ("re_4", "succeeded", 4, "40.00", "", "C-3", ""), ("re_5", "succeeded", 5, "29.99", "pi_4", "", ""),
            ("re_6", "succeeded", 5, "29.99", "pi_4", "", ""), ("re_7", "succeeded", 6, "5.00", "", "C-99", ""),
        ]
    ],
}  # fmt: skip
FOUND = """
    select credit_note_number, refund_id, cast(amount as varchar), rule, status from core.allocations
    union all
    select kind, coalesce(credit_note_number, ''), coalesce(refund_id, ''), expected, found from core.breaks
    union all
    select proof_id, document, money, goods, explanation from core.returns_proof
    order by all
"""


def proved(files: list[tuple[str, list[str]]]) -> list[tuple[str, ...]]:
    """What the engine says of rows that came in these files, named in the order of their list."""
    with TemporaryDirectory() as folder, open_warehouse() as warehouse:
        inbox = Inbox(warehouse, ShopFolder(Path(folder)), Shop())
        for number, (header, rows) in enumerate(files):
            inbox.drop(f"{number:02}.csv", "\n".join([header, *rows]) + "\n")
        inbox.read()
        assert inbox.refused() == [] == inbox.rejected()
        for step in (normalise, reconcile, prove):
            step(warehouse, Shop(), MONTH_END)
        return inbox.query(FOUND)


@st.composite
def dealt(draw: st.DrawFn) -> list[tuple[str, list[str]]]:
    """The same rows, shuffled, dealt over one to three files of each kind, in any order of files."""
    files = []
    for header, rows in EXPORTS.items():
        shuffled = draw(st.permutations(rows))
        cuts = sorted(draw(st.lists(st.integers(1, len(rows) - 1), max_size=2, unique=True)))
        edges = [0, *cuts, len(rows)]
        files += [(header, shuffled[start:end]) for start, end in pairwise(edges)]
    return draw(st.permutations(files))


@cache
def one_file_of_each() -> list[tuple[str, ...]]:
    return proved(list(EXPORTS.items()))


@settings(max_examples=2, deadline=None, derandomize=True, phases=[Phase.generate])
@given(dealt())
def test_files_their_names_and_their_order_do_not_matter(files: list[tuple[str, list[str]]]):
    found = proved(files)
    assert found == one_file_of_each()
    assert {row[:2] for row in found if row[4] == "confirmed"} >= {("AV-1", "re_1"), ("AV-4", "re_4"), ("AV-6", "re_5")}
