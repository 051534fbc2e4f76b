"""The law's checks of a return against the same rules in plain Python, over drawn returns (law.md §2.4)."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pipelines.domain.shop import Shop
from pipelines.domain.shop.policy import ReturnPolicy
from pipelines.warehouse import open_warehouse
from tests.reconciled import run
from tests.tables import Row, insert

AS_OF = date(2026, 12, 31)
POLICY = ReturnPolicy(not_returnable=("culotte",))
DELIVERED, ISSUED = date(2026, 8, 30), date(2026, 11, 10)
CARRIAGE = Decimal("4.90")
TWINNED = ("R01", "R02", "R04", "R05", "R06", "R08")
Finding = tuple[str, str, Decimal | None, date]
returns = st.fixed_dictionaries(
    {
        "basis": st.sampled_from(["withdrawal", "withdrawal", "conformity", "non_delivery", "commercial"]),
        "told": st.integers(0, 30),
        "sent": st.none() | st.integers(0, 30),
        "is_received": st.booleans(),
        "fee_kept": st.none() | st.just("5.00"),
        "depreciation": st.none() | st.just("3.00"),
        "label_withheld": st.none() | st.just("4.00"),
        "condition": st.sampled_from(["new", "opened", "used", None]),
        "carriage_paid_by": st.sampled_from(["merchant", "customer", None]),
        "title": st.sampled_from(["Robe", "Culotte menstruelle"]),
        "carriage_credited": st.sampled_from(["0.00", "2.00", "4.90"]),
    }
)


def notified(one: dict) -> date:
    return DELIVERED + timedelta(one["told"])


def sent(one: dict) -> date | None:
    return None if one["sent"] is None else notified(one) + timedelta(one["sent"])


def lawful(number: int, one: dict) -> Iterator[Finding]:
    """What the rules of the law say of one return that is alone in its order."""
    name, told, is_withdrawal = f"RT-{number}", notified(one), one["basis"] == "withdrawal"
    missing = CARRIAGE - Decimal(one["carriage_credited"])
    if is_withdrawal and one["told"] > POLICY.withdrawal_days + 4:
        yield "R01", name, None, told
    if is_withdrawal and one["sent"] is not None and one["sent"] > POLICY.sending_days:
        yield "R02", name, None, told + timedelta(one["sent"])
    if is_withdrawal and one["is_received"] and missing > 0:
        yield "R04", name, missing, ISSUED
    if is_withdrawal and one["fee_kept"]:
        yield "R05", name, Decimal(one["fee_kept"]), told
    if one["depreciation"] and one["condition"] not in ("opened", "used"):
        yield "R05", name, Decimal(one["depreciation"]), told
    if one["label_withheld"] and (
        one["basis"] in ("conformity", "non_delivery") or one["carriage_paid_by"] == "merchant"
    ):
        yield "R06", name, Decimal(one["label_withheld"]), told
    if is_withdrawal and "Culotte" in one["title"]:
        yield "R08", name, None, told


def rows(number: int, one: dict) -> Iterator[tuple[str, Row]]:
    order, note, name = f"C-{number}", f"AV-{number}", f"RT-{number}"
    received = str(ISSUED) if one["is_received"] else None
    total = str(100 + Decimal(one["carriage_credited"]))
    yield "orders", {"order_id": order, "delivered_on": str(DELIVERED), "gross": "104.90"}
    yield "order_lines", {"order_id": order, "sku": "A", "title": one["title"], "gross": "100.00"}
    carriage = {"order_id": order, "line_id": "2", "line_type": "shipping", "sku": "PORT", "gross": str(CARRIAGE)}
    yield "order_lines", carriage
    kept = {name: one[name] for name in ("fee_kept", "depreciation", "label_withheld", "carriage_paid_by")}
    days = {"notified_on": str(notified(one)), "sent_on": sent(one) and str(sent(one)), "received_on": received}
    yield "returns", {"return_id": name, "order_id": order, "legal_basis": one["basis"], **days, **kept}
    line = {"return_id": name, "order_id": order, "sku": "A", "received_on": received, "condition": one["condition"]}
    yield "return_lines", line
    yield "credit_notes", {"credit_note_number": note, "order_id": order, "gross": total, "issued_on": str(ISSUED)}
    yield "credit_note_lines", {"credit_note_number": note, "order_id": order, "sku": "A", "gross": "100.00"}
    credited = {"credit_note_number": note, "order_id": order, "sku": "PORT", "line_number": "2"}
    yield "credit_note_lines", {**credited, "line_type": "shipping", "gross": one["carriage_credited"]}


@settings(max_examples=2, deadline=None, derandomize=True, phases=[Phase.generate])
@given(st.lists(returns, min_size=25, max_size=25))
def test_the_sets_check_what_plain_python_checks(drawn: list[dict]):
    with open_warehouse() as warehouse:
        for number, one in enumerate(drawn):
            for table, row in rows(number, one):
                insert(warehouse, table, [row])
        run(warehouse, AS_OF, Shop(returns=POLICY))
        found = warehouse.connection.execute(
            "select rule, return_id, amount, checked_on from core.checks where rule in ? order by all", [list(TWINNED)]
        ).fetchall()
    assert sorted(found, key=str) == sorted(
        (finding for number, one in enumerate(drawn) for finding in lawful(number, one)), key=str
    )
