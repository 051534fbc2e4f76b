"""The last links of the chain: a payout is the sum of its movements, and one bank line; against plain Python."""

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pipelines.domain.shop import Shop
from pipelines.steps.prove import prove
from pipelines.warehouse import open_warehouse
from tests.tables import MONTH_END, Row, insert, shown

AMOUNTS = st.decimals("0.01", "900", places=2)
movement = st.tuples(
    st.sampled_from(("payment", "refund", "refund_failure", "dispute", "dispute_reversal", "fee", "adjustment")),
    AMOUNTS,
    AMOUNTS,
)
payout = st.tuples(
    st.lists(movement, min_size=1, max_size=5),
    st.sampled_from(("0.00", "0.01", "-3.20")),
    st.sampled_from(("none", "same", "other")),
)
Movement = tuple[str, Decimal, Decimal]


def net(kind: str, gross: Decimal, fee: Decimal) -> Decimal:
    """What one movement brings into its payout: signed gross less fee (design.md, signs)."""
    return (-gross if kind in ("refund", "dispute", "fee") else gross) - fee


def rows(payouts: Sequence[tuple[list[Movement], str, str]]) -> dict[str, list[Row]]:
    tables: dict[str, list[Row]] = {"payments": [], "refunds": [], "payouts": [], "bank_lines": []}
    for place, (movements, gap, bank) in enumerate(payouts):
        paid = sum((net(*one) for one in movements), Decimal(0)) + Decimal(gap)
        tables["payouts"].append({"payout_id": f"po_{place:03}", "amount": str(paid), "paid_on": "2026-10-05"})
        if bank != "none":
            banked = paid if bank == "same" else paid + 1
            tables["bank_lines"].append(
                {
                    "account": "512",
                    "line_id": f"L{place}",
                    "booked_on": "2026-10-06",
                    "amount": str(banked),
                    "label": f"STRIPE po_{place:03}",
                }
            )
        for rank, (kind, gross, fee) in enumerate(movements):
            said = {"fee": str(fee), "payout_id": f"po_{place:03}"}
            if kind == "payment":
                name = {"payment_id": f"pi_{place}_{rank}", "order_id": f"C-{place}-{rank}"}
                tables["payments"].append({**name, "amount": str(gross), "captured_on": "2026-10-01", **said})
            else:
                name = {"refund_id": f"re_{place}_{rank}", "type": kind}
                tables["refunds"].append({**name, "gross": str(gross), "created_on": "2026-10-02", **said})
    tables["payments"].append(
        {
            "payment_id": "pi_first",
            "order_id": "C-0",
            "amount": "1.00",
            "captured_on": "2026-09-01",
            "payout_id": "po_old",
        }
    )
    return tables


def twin(movements: list[Movement], gap: str, bank: str) -> tuple[str, ...]:
    total = sum((net(*one) for one in movements), Decimal(0))
    bank_state = {"none": "not_observed", "same": "ties", "other": "differs"}[bank]
    return (str(total), "ties" if Decimal(gap) == 0 else "differs", bank_state)


@settings(max_examples=3, deadline=None, derandomize=True, phases=[Phase.generate])
@given(st.lists(payout, min_size=30, max_size=30))
def test_a_payout_is_the_sum_of_its_movements_and_one_bank_line(payouts):
    with open_warehouse() as warehouse:
        for table, told in rows(payouts).items():
            insert(warehouse, table, told)
        prove(warehouse, Shop(), MONTH_END)
        found = shown(warehouse, "payout_proofs", "payout_id | net | movements_state | bank_state")
    assert found == [(f"po_{place:03}", *twin(*one)) for place, one in enumerate(payouts)]
