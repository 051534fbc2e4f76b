"""Numbers are given in order, without a gap, once, whatever happens; nothing is numbered without its invoice."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
import os
from pathlib import Path
import signal
import sys

import pytest

from pipelines.domain.credit_notes import CreditNote, DocumentType, OriginInvoice
from pipelines.domain.folder import ShopFolder
from pipelines.domain.frozen import from_json, to_json
from pipelines.domain.shop import Shop, parse_shop
from pipelines.domain.shop.identity import InvoiceOrigin
from pipelines.steps.cancel import cancel, counter_document
from pipelines.steps.documents import month_documents
from pipelines.steps.issue import issue, prepared, refuse, wanted, with_numbers
from pipelines.steps.numbers import project_numbers
from pipelines.steps.papers import keep_paper, kept_paper
from pipelines.steps.prepare import prepare
from pipelines.steps.register import read_register
from pipelines.warehouse import open_warehouse
from tests.books import add
from tests.refused import refused
from tests.reports.notes import NOTE, SHOP

DAY = date(2026, 10, 20)
AT = "2026-10-20T08:00:00Z"
NUMBERED = ("AV-2026-000001", "AV-2026-000002", "AV-2026-000003")


@pytest.fixture
def folder(tmp_path):
    return ShopFolder(tmp_path)


def order(warehouse, order_id, *lines, **values):
    """An order and its lines, each « type sku quantity gross »; 20 % VAT."""
    usual = {
        "invoice_number": f"F{order_id}",
        "invoice_date": date(2026, 10, 1),
        "customer_name": "Camille",
        "shipped_on": date(2026, 10, 2),
    }
    parts = [line.split() for line in lines]
    gross = sum(Decimal(part[3]) for part in parts)
    add(warehouse, "core.orders", order_id=order_id, ordered_on=date(2026, 10, 1), gross=gross, **(usual | values))
    for rank, (kind, sku, quantity, amount) in enumerate(parts, start=1):
        vat = (Decimal(amount) / 6).quantize(Decimal("0.01"))
        add(
            warehouse, "core.order_lines", order_id=order_id, line_id=str(rank), line_type=kind, sku=sku, title=sku, quantity=quantity,
            vat_rate=20, gross=amount, vat=vat, net=Decimal(amount) - vat,
        )  # fmt: skip


def refund(warehouse, refund_id, order_id, gross, day=10, **values):
    usual = {"type": "refund", "status": "succeeded", "state": "open"}
    add(
        warehouse, "core.refunds", provider="stripe", refund_id=refund_id, order_reference=order_id, gross=gross,
        created_on=date(2026, 10, day), **(usual | values),
    )  # fmt: skip


def came_back(warehouse, return_id, order_id, *articles, day=9, **values):
    add(
        warehouse,
        "core.returns",
        return_id=return_id,
        order_id=order_id,
        notified_on=date(2026, 10, 5),
        received_on=date(2026, 10, day),
        **values,
    )
    for rank, article in enumerate(articles, start=1):
        sku, quantity = article.split()
        add(
            warehouse, "core.return_lines", return_id=return_id, line_number=rank, order_id=order_id, sku=sku, quantity=quantity,
            received_on=date(2026, 10, day), reason_code="too_small",
        )  # fmt: skip


def drafts(warehouse, shop=SHOP):
    prepare(warehouse, shop, DAY)
    return [
        (draft.draft_id, draft.readiness, draft.gross, from_json(CreditNote, draft.document).nature)
        for draft in prepared(warehouse)
    ]


def issue_all(warehouse, folder, shop=SHOP, day=DAY, **asked):
    project_numbers(warehouse, folder, day)
    prepare(warehouse, shop, day)
    asked = {"proposed": False, "named": ()} | asked
    numbered = with_numbers(warehouse, folder, shop, wanted(prepared(warehouse), **asked), day)
    issue(folder, numbered, AT, "Claire")
    project_numbers(warehouse, folder, day)
    return [found.note.number for found in numbered]


def test_a_return_and_its_refund_make_one_draft(warehouse):
    order(warehouse, "1", "product MUG 1 12.00", "product TRAY 1 30.00")
    came_back(warehouse, "R1", "1", "MUG 1")
    refund(warehouse, "re_1", "1", "12.00")
    assert drafts(warehouse) == [("return:R1", "ready", Decimal("12.00"), "return")]


def test_what_was_declared_as_kept_explains_a_smaller_refund(warehouse):
    order(warehouse, "1", "product MUG 1 12.00", "product TRAY 1 30.00")
    came_back(warehouse, "R1", "1", "MUG 1", label_withheld="4.90")
    refund(warehouse, "re_1", "1", "7.10")
    assert drafts(warehouse) == [("return:R1", "ready", Decimal("12.00"), "return")]


def test_money_alone_is_known_by_what_it_fits(warehouse):
    order(warehouse, "1", "product MUG 1 12.00", "product TRAY 1 30.00", "shipping PORT 1 5.90")
    order(warehouse, "2", "product MUG 1 12.00")
    order(warehouse, "3", "product MUG 1 12.00")
    refund(warehouse, "re_1", "1", "30.00")
    refund(warehouse, "re_2", "2", "12.00")
    refund(warehouse, "re_3", "3", "3.33")
    assert drafts(warehouse) == [
        ("refund:stripe:re_1", "proposed", Decimal("30.00"), "return"),
        ("refund:stripe:re_2", "ready", Decimal("12.00"), "return"),
        ("refund:stripe:re_3", "waiting", Decimal("3.33"), "price_reduction"),
    ]


def test_nothing_is_prepared_without_its_invoice_unless_the_order_is_one_or_there_is_none(warehouse):
    order(warehouse, "1", "product MUG 1 12.00", invoice_number=None)
    refund(warehouse, "re_1", "1", "12.00")
    assert drafts(warehouse) == []
    for origin, invoices in ((InvoiceOrigin.ORDER, ["1"]), (InvoiceOrigin.NONE, [])):
        drafts(warehouse, replace(SHOP, identity=replace(SHOP.identity, invoices=origin)))
        [draft] = prepared(warehouse)
        note = from_json(CreditNote, draft.document)
        assert [invoice.number for invoice in note.origin_invoices] == invoices
        assert note.is_receipt == (origin is InvoiceOrigin.NONE)


def test_a_refund_that_should_not_have_been_paid_gets_no_document(warehouse):
    order(warehouse, "1", "product MUG 1 12.00")
    refund(warehouse, "re_1", "1", "12.00")
    refund(warehouse, "re_2", "1", "12.00", state="matched")
    refund(warehouse, "re_3", "1", "12.00", status="failed")
    add(warehouse, "core.break_findings", kind="duplicate_refund", provider="stripe", refund_id="re_1", opened_on=DAY)
    assert drafts(warehouse) == []


def test_a_shop_that_numbers_its_own_has_its_days_to_do_so(warehouse):
    order(warehouse, "1", "product MUG 1 12.00")
    add(warehouse, "core.credit_notes", credit_note_number="A1", numbered_by="shop", order_id="0", state="open")
    refund(warehouse, "re_1", "1", "12.00", day=18)
    assert drafts(warehouse) == []
    prepare(warehouse, SHOP, date(2026, 10, 21))
    assert len(prepared(warehouse)) == 1


def three_refunds(warehouse):
    for rank in (1, 2, 3):
        order(warehouse, str(rank), "product MUG 1 12.00")
        refund(warehouse, f"re_{rank}", str(rank), "12.00", day=14 - rank)


def test_numbers_follow_the_days_of_the_facts_and_are_given_once(warehouse, folder):
    three_refunds(warehouse)
    assert issue_all(warehouse, folder) == list(NUMBERED)
    rows = warehouse.connection.execute(
        "select credit_note_number, provider_refund_id, gross, origin_invoices[1].number, state from core.credit_notes order by 1"
    ).fetchall()
    assert rows == [
        (NUMBERED[0], "re_3", Decimal("12.00"), "F3", "issued"),
        (NUMBERED[1], "re_2", Decimal("12.00"), "F2", "issued"),
        (NUMBERED[2], "re_1", Decimal("12.00"), "F1", "issued"),
    ]
    assert warehouse.connection.execute("select count(*), sum(gross) from core.credit_note_lines").fetchall() == [
        (3, Decimal(36))
    ]
    assert issue_all(warehouse, folder) == []


def test_a_warehouse_made_again_from_the_register_has_the_same_numbers(warehouse, folder):
    three_refunds(warehouse)
    issue_all(warehouse, folder)
    first = month_documents(warehouse, SHOP, "2026-10")
    with open_warehouse() as again:
        project_numbers(again, folder, DAY)
        assert month_documents(again, Shop(), "2026-10") == first
        project_numbers(again, folder, date(2026, 10, 19))
        assert month_documents(again, Shop(), "2026-10") == []


def test_each_year_begins_at_one(warehouse, folder):
    three_refunds(warehouse)
    assert issue_all(warehouse, folder, named=(), day=DAY)[-1] == NUMBERED[2]
    order(warehouse, "9", "product MUG 1 12.00")
    refund(warehouse, "re_9", "9", "12.00")
    assert issue_all(warehouse, folder, day=date(2027, 1, 4)) == ["AV-2027-000001"]


def test_proposals_wait_for_a_word(warehouse, folder):
    order(warehouse, "1", "product MUG 1 12.00", "product TRAY 1 30.00", "product CUP 1 7.77")
    refund(warehouse, "re_1", "1", "30.00")
    refund(warehouse, "re_2", "1", "0.50", day=11)
    assert issue_all(warehouse, folder) == []
    with refused("documents-unknown-draft", value="x"):
        issue_all(warehouse, folder, named=("x",))
    assert issue_all(warehouse, folder, proposed=True) == [NUMBERED[0]]
    assert issue_all(warehouse, folder, named=("refund:stripe:re_2",)) == [NUMBERED[1]]


def test_no_number_is_dated_before_another_or_in_a_sealed_month(warehouse, folder):
    three_refunds(warehouse)
    issue_all(warehouse, folder)
    order(warehouse, "9", "product MUG 1 12.00")
    refund(warehouse, "re_9", "9", "12.00")
    with refused("documents-day-before-last", last="2026-10-20"):
        issue_all(warehouse, folder, day=date(2026, 10, 19))
    add(warehouse, "core.periods", month="2026-10", state="sealed")
    with refused("documents-month-sealed", month="2026-10"):
        issue_all(warehouse, folder)


def test_the_shop_s_own_series_is_left_to_the_shop(warehouse, folder):
    three_refunds(warehouse)
    add(
        warehouse,
        "core.credit_notes",
        credit_note_number="AV-2026-000009",
        numbered_by="shop",
        order_id="0",
        state="open",
    )
    with refused("documents-series-taken", number="AV-2026-000009"):
        issue_all(warehouse, folder)


@pytest.mark.parametrize(
    "pattern", ["AV", "{number}/{yeer}", "AV {number}", "{number:06d}-2026", "A" * 40 + "{number}", "{number.x}"]
)
def test_a_pattern_that_makes_no_number_is_refused(warehouse, folder, pattern):
    three_refunds(warehouse)
    with refused("documents-not-a-pattern"):
        issue_all(warehouse, folder, parse_shop(f"[series]\ncredit_notes = '{pattern}'".encode()))


def test_a_wrong_note_is_undone_by_a_counter_document_and_made_again(warehouse, folder):
    three_refunds(warehouse)
    issue_all(warehouse, folder)
    counter = counter_document(warehouse, folder, SHOP, NUMBERED[0], "mauvais client", DAY)
    cancel(folder, counter, "", AT, "Claire")
    with refused("documents-already-cancelled"):
        counter_document(warehouse, folder, SHOP, NUMBERED[0], "encore", DAY)
    with refused("documents-not-ours"):
        counter_document(warehouse, folder, SHOP, "X", "non", DAY)
    with refused("documents-day-before-last"):
        counter_document(warehouse, folder, SHOP, NUMBERED[1], "non", date(2026, 10, 19))
    assert issue_all(warehouse, folder) == ["AV-2026-000004"]
    states = warehouse.connection.execute("select state from core.credit_notes order by credit_note_number").fetchall()
    assert states == [("cancelled",), ("issued",), ("issued",), ("issued",)]
    assert warehouse.connection.execute("select gross, reason from core.counter_documents").fetchall() == [
        (Decimal(12), "mauvais client")
    ]
    printed = month_documents(warehouse, SHOP, "2026-10")
    assert [note.number for note in printed] == [*NUMBERED, "AV-2026-000004", "AVC-2026-000001"]
    assert printed[-1] == counter
    assert (counter.document_type, counter.gross, counter.corrects) == (
        DocumentType.INVOICE,
        Decimal("12.00"),
        (OriginInvoice(NUMBERED[0], DAY),),
    )


def test_no_counter_document_is_dated_in_a_sealed_month(warehouse, folder):
    three_refunds(warehouse)
    issue_all(warehouse, folder)
    add(warehouse, "core.periods", month="2026-10", state="sealed")
    with refused("documents-month-sealed"):
        counter_document(warehouse, folder, SHOP, NUMBERED[0], "mauvais client", DAY)


def test_a_draft_refused_is_a_finding_until_it_is_issued(warehouse, folder):
    three_refunds(warehouse)
    prepare(warehouse, SHOP, DAY)
    draft = prepared(warehouse)[0]
    for _ in range(2):
        refuse(folder, [(draft, ["BR-FR-02"])], DAY, AT)
    project_numbers(warehouse, folder, DAY)
    warehouse.run("proof/odd_sales")
    warehouse.run("breaks/document_invalid", as_of=DAY, language="fr")
    assert warehouse.connection.execute("select refund_id, found from core.break_findings").fetchall() == [
        ("re_3", "BR-FR-02")
    ]
    issue_all(warehouse, folder)
    assert warehouse.connection.execute("select * from core.document_faults").fetchall() == []


def test_a_document_is_read_back_to_the_letter():
    assert from_json(CreditNote, to_json(NOTE)) == NOTE


def killed_at(step: int, folder: ShopFolder, numbered) -> bool:
    """Issue in a child that is killed at its n-th statement of ours; whether it lived to the end."""
    child = os.fork()
    if child == 0:
        _die_at(step)
        papers = [keep_paper(folder, item.note.number.encode()) for item in numbered]
        issue(folder, [replace(item, paper=paper) for item, paper in zip(numbered, papers, strict=True)], AT, "Claire")
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def _die_at(step: int) -> None:
    left = step

    def trace(frame, event, argument):
        nonlocal left
        if not frame.f_code.co_filename.endswith(("steps/issue.py", "steps/papers.py", "steps/register.py")):
            return None
        left -= event == "line"
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)


def given(folder):
    return [str(entry.facts["credit_note_number"]) for entry in read_register(folder.register, "numbers")]


def test_a_writer_killed_between_any_two_statements_burns_no_number(warehouse, tmp_path: Path):
    three_refunds(warehouse)
    prepare(warehouse, SHOP, DAY)
    numbered = with_numbers(warehouse, ShopFolder(tmp_path), SHOP, prepared(warehouse)[:2], DAY)
    step, lived = 0, False
    while not lived:
        folder = ShopFolder(tmp_path / str(step))
        lived = killed_at(step, folder, numbered)
        before = given(folder)
        assert before == list(NUMBERED[: len(before)])
        assert all(kept_paper(folder, str(entry.facts["paper"])) for entry in read_register(folder.register, "numbers"))
        left = [item.draft for item in numbered if item.note.number not in before]
        issue(folder, with_numbers(warehouse, folder, SHOP, left, DAY), AT, "Claire")
        assert given(folder) == list(NUMBERED[:2])
        step += 1
    assert step > 20
