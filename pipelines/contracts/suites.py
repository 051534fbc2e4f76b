"""The contracts: keys, closed lists, and amounts in whole cents, because exact decimals take a hundred times longer."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipelines.domain.closed_lists import (
    CONDITIONS,
    DISPOSITIONS,
    LINE_TYPES,
    MOVEMENT_STATUSES,
    MOVEMENT_TYPES,
    NATURES,
    REASONS,
    SETTLEMENTS,
    UNKNOWN_MOVEMENT,
)

LARGEST_CENTS = 10**17


@dataclass(frozen=True, slots=True)
class Contract:
    """What a table's rows hold to: a key of their own, `positive` and `signed` cents, closed lists."""

    table: str
    key: tuple[str, ...]
    positive: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


CONTRACTS = (
    Contract("orders", ("order_id",), signed=("net_cents", "vat_cents", "gross_cents")),
    Contract(
        "order_lines",
        ("order_id", "line_id"),
        positive=("quantity_thousandths",),
        signed=("net_cents", "vat_cents", "gross_cents"),
        choices={"line_type": LINE_TYPES},
    ),
    Contract("payments", ("provider", "payment_id"), positive=("amount_cents",)),
    Contract("returns", ("return_id",)),
    Contract(
        "return_lines",
        ("return_id", "line_number"),
        positive=("quantity_thousandths",),
        choices={"reason_code": REASONS, "condition": CONDITIONS, "disposition": DISPOSITIONS},
    ),
    Contract(
        "credit_notes",
        ("credit_note_number",),
        signed=("net_cents", "vat_cents", "gross_cents"),
        choices={"nature": NATURES, "settlement": SETTLEMENTS},
    ),
    Contract(
        "credit_note_lines",
        ("credit_note_number", "line_number"),
        positive=("quantity_thousandths",),
        signed=("net_cents", "vat_cents", "gross_cents"),
        choices={"line_type": LINE_TYPES},
    ),
    Contract(
        "refunds",
        ("provider", "refund_id", "type"),
        signed=("gross_cents",),
        choices={"type": (*MOVEMENT_TYPES, UNKNOWN_MOVEMENT), "status": MOVEMENT_STATUSES},
    ),
    Contract("payouts", ("provider", "payout_id"), signed=("amount_cents",)),
    Contract("bank_lines", ("account", "line_id"), signed=("amount_cents",)),
    Contract("stock_counts", ("sku", "place", "counted_at"), signed=("quantity_thousandths",)),
    Contract("shop_stock", ("sku", "place", "as_of_at"), signed=("quantity_thousandths",)),
)
