"""A small drawn shop, reconciled and proved, and what one asserts of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from pipelines.domain.shop import Shop
from pipelines.steps.prove import prove
from pipelines.steps.reconcile import reconcile
from pipelines.warehouse import Warehouse, open_warehouse
from tests.tables import MONTH_END, expected, fill, shown

OUR_KINDS = {
    "credit_note_without_refund", "refund_without_credit_note", "refund_over", "refund_under", "duplicate_refund", "refund_failed",
    "refund_exceeds_capture", "refund_means_differs", "chargeback_after_refund", "store_credit_and_refund", "currency_differs", "ambiguous",
    "unknown_order", "refund_late", "return_without_credit_note", "credit_note_without_return", "credit_exceeds_return", "payout_differs",
    "fee_differs", "unknown_movement",
}  # fmt: skip


@contextmanager
def reconciled(as_of: date = MONTH_END, shop: Shop | None = None, **drawings: str) -> Iterator[Warehouse]:
    with open_warehouse() as warehouse:
        fill(warehouse, **drawings)
        run(warehouse, as_of, shop)
        yield warehouse


def run(warehouse: Warehouse, as_of: date = MONTH_END, shop: Shop | None = None) -> None:
    reconcile(warehouse, shop or Shop(), as_of)
    prove(warehouse, shop or Shop(), as_of)


def allocations(warehouse: Warehouse) -> list[tuple[str, ...]]:
    return shown(warehouse, "allocations", "credit_note_number | refund_id | amount | status")


def kinds(warehouse: Warehouse) -> list[tuple[str, ...]]:
    ours = ", ".join(f"'{kind}'" for kind in sorted(OUR_KINDS))
    return shown(
        warehouse,
        "breaks",
        "kind | coalesce(credit_note_number, refund_id, order_id, payout_id)",
        f"kind in ({ours}) and status <> 'closed'",
    )


def states(warehouse: Warehouse) -> dict[str, str]:
    notes = shown(warehouse, "credit_notes", "credit_note_number | state")
    return dict(notes + shown(warehouse, "refunds", "refund_id | state", "type = 'refund'"))


def check(
    gives: str = "",
    breaks: str = "",
    ends: str = "",
    as_of: date = MONTH_END,
    shop: Shop | None = None,
    **drawings: str,
) -> None:
    """Allocations `note | refund | amount | status`, breaks `kind | key`, states as `AV-1 settled, re_1 matched`."""
    with reconciled(as_of, shop, **drawings) as warehouse:
        assert allocations(warehouse) == (expected(gives) if gives else [])
        assert kinds(warehouse) == (expected(breaks) if breaks else [])
        found = states(warehouse)
        assert {name: found[name] for name in found if name in ends} == dict(
            pair.split() for pair in ends.split(", ") if pair
        )
