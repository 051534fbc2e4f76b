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


QUARANTINED: Mapping[str, str] = {
    "missing-value": "expect_column_values_to_not_be_null",
    "not-an-amount": "expect_column_values_to_match_regex",
    "not-a-price": "expect_column_values_to_match_regex",
    "not-a-rate": "expect_column_values_to_match_regex",
    "not-a-quantity": "expect_column_values_to_match_regex",
    "not-an-instant": "expect_column_values_to_match_strftime_format",
    "without-offset": "expect_column_values_to_match_strftime_format",
    "not-a-day": "expect_column_values_to_match_strftime_format",
    "not-a-currency": "expect_column_values_to_match_regex",
    "negative": "expect_column_values_to_be_between",
    "not-in-list": "expect_column_values_to_be_in_set",
    "unknown-type": "expect_column_values_to_be_in_set",
    "unknown-status": "expect_column_values_to_be_in_set",
    "neither-column": "expect_column_values_to_not_be_null",
    "both-columns": "expect_column_values_to_be_null",
    "too-many-cells": "expect_table_column_count_to_equal",
    "too-few-cells": "expect_table_column_count_to_equal",
    "net-differs": "expect_multicolumn_sum_to_equal",
    "total-differs": "expect_column_sum_to_be_between",
    "balance-differs": "expect_column_sum_to_be_between",
    "two-currencies": "expect_column_pair_values_to_be_equal",
}
"""What a contract calls the promise that a row refused at loading breaks: the row is kept apart, the others load."""


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
