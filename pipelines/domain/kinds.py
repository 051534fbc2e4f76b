"""The kinds of rows every export is turned into: columns, types, closed lists and identity (the plain format)."""

from collections.abc import Mapping
from types import MappingProxyType

from pipelines.domain.closed_lists import (
    CONDITIONS,
    DISPOSITIONS,
    LEGAL_BASES,
    LINE_TYPES,
    MOVEMENT_STATUSES,
    MOVEMENT_TYPES,
    NATURES,
    PAYERS,
    REASONS,
    SETTLEMENTS,
    UNKNOWN_MOVEMENT,
)
from pipelines.domain.columns import Column, Kind, Type


def _texts(names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names.split())


def _needed(name: str, kind: Type = Type.TEXT, choices: tuple[str, ...] = ()) -> Column:
    return Column(name, kind, required=True, choices=choices)


def _choice(name: str, choices: tuple[str, ...]) -> Column:
    return Column(name, Type.CHOICE, choices=choices)


PRICES = (("unit_price_net", "unit_price_gross"),)
POSITIVE_PRICES = tuple((name, "line_type", ("discount",)) for pair in PRICES for name in pair)
UNIT_PRICES = (Column("unit_price_net", Type.PRICE), Column("unit_price_gross", Type.PRICE))

ORDERS = Kind(
    "orders",
    (
        _needed("order_id"),
        _needed("ordered_at", Type.INSTANT),
        Column("invoice_number"),
        Column("invoice_date", Type.DAY),
        *_texts("customer_id customer_name customer_email customer_address customer_postcode customer_city"),
        *_texts("customer_siren customer_vat_id"),
        _needed("country", Type.COUNTRY),
        *_texts("delivery_address delivery_postcode delivery_city"),
        Column("delivery_country", Type.COUNTRY),
        Column("shipped_at", Type.INSTANT),
        Column("delivered_at", Type.INSTANT),
        _needed("currency", Type.CURRENCY),
        _needed("status"),
        _needed("line_id"),
        _needed("line_type", Type.CHOICE, LINE_TYPES),
        Column("sku"),
        _needed("title"),
        _needed("quantity", Type.QUANTITY),
        *UNIT_PRICES,
        _needed("vat_rate", Type.RATE),
        Column("discount_net", Type.AMOUNT),
        Column("discount_gross", Type.AMOUNT),
        Column("updated_at", Type.INSTANT),
        Column("channel", internal=True),
        Column("order_alias", internal=True),
    ),
    ("order_id", "line_id"),
    one_of=PRICES,
    at_most_one=(("unit_price_net", "discount_gross"), ("unit_price_gross", "discount_net")),
    positive=POSITIVE_PRICES,
)
ORDER_STATES = Kind(
    "order_states", (_needed("order_id"), _needed("status"), _needed("at", Type.INSTANT)), ("order_id", "status", "at")
)
PAYMENTS = Kind(
    "payments",
    (
        *(_needed(name) for name in ("provider", "payment_id", "order_id")),
        Column("method"),
        _needed("captured_at", Type.INSTANT),
        _needed("amount", Type.AMOUNT),
        _needed("currency", Type.CURRENCY),
        Column("fee", Type.SIGNED_AMOUNT),
        Column("net", Type.SIGNED_AMOUNT, internal=True),
        Column("payout_id", internal=True),
        Column("settlement_amount", Type.SIGNED_AMOUNT, internal=True),
        Column("settlement_currency", Type.CURRENCY, internal=True),
    ),
    ("provider", "payment_id"),
)
RETURNS = Kind(
    "returns",
    (
        _needed("return_id"),
        _needed("order_id"),
        Column("line_id"),
        _needed("sku"),
        _needed("quantity", Type.QUANTITY),
        _needed("notified_at", Type.INSTANT),
        Column("sent_at", Type.INSTANT),
        Column("received_at", Type.INSTANT),
        _choice("reason_code", REASONS),
        Column("reason_text"),
        _choice("legal_basis", LEGAL_BASES),
        _choice("condition", CONDITIONS),
        _choice("disposition", DISPOSITIONS),
        _choice("carriage_paid_by", PAYERS),
        *(
            Column(name, Type.AMOUNT)
            for name in ("carriage_cost", "label_withheld", "carriage_repaid", "depreciation", "fee_kept")
        ),
    ),
    ("return_id", "line_id", "sku"),
)
CREDIT_NOTES = Kind(
    "credit_notes",
    (
        _needed("credit_note_number"),
        _needed("issued_at", Type.INSTANT),
        _needed("order_id"),
        Column("invoice_number"),
        Column("invoice_date", Type.DAY),
        _choice("nature", NATURES),
        _needed("settlement", Type.CHOICE, SETTLEMENTS),
        _needed("currency", Type.CURRENCY),
        Column("line_id"),
        _needed("line_type", Type.CHOICE, LINE_TYPES),
        Column("sku"),
        _needed("title"),
        _needed("quantity", Type.QUANTITY),
        *UNIT_PRICES,
        _needed("vat_rate", Type.RATE),
        _choice("reason_code", REASONS),
        Column("provider_refund_id"),
        Column("customer_id", internal=True),
        Column("origin_order_id", internal=True),
        Column("origin_line_id", internal=True),
    ),
    ("credit_note_number", "line_id"),
    one_of=PRICES,
    positive=POSITIVE_PRICES,
)
REFUNDS = Kind(
    "refunds",
    (
        _needed("provider"),
        _needed("refund_id"),
        _needed("type", Type.CHOICE, (*MOVEMENT_TYPES, UNKNOWN_MOVEMENT)),
        _needed("status", Type.CHOICE, MOVEMENT_STATUSES),
        *_texts("payment_id order_reference credit_note_number customer_email"),
        _needed("created_at", Type.INSTANT),
        _needed("gross", Type.SIGNED_AMOUNT),
        Column("fee", Type.SIGNED_AMOUNT),
        Column("net", Type.SIGNED_AMOUNT),
        _needed("currency", Type.CURRENCY),
        Column("payout_id"),
        Column("description"),
        Column("updated_at", Type.INSTANT),
        Column("settlement_gross", Type.SIGNED_AMOUNT, internal=True),
        Column("settlement_currency", Type.CURRENCY, internal=True),
    ),
    ("provider", "refund_id", "type"),
    positive=(("gross", "type", ("adjustment", UNKNOWN_MOVEMENT)),),
)
PAYOUTS = Kind(
    "payouts",
    (
        _needed("provider"),
        _needed("payout_id"),
        _needed("paid_at", Type.INSTANT),
        _needed("amount", Type.SIGNED_AMOUNT),
        _needed("currency", Type.CURRENCY),
        Column("bank_reference"),
    ),
    ("provider", "payout_id"),
)
PROVIDER_BALANCES = Kind(
    "provider_balances",
    (
        _needed("provider"),
        _needed("as_of", Type.INSTANT),
        _needed("currency", Type.CURRENCY),
        _needed("available", Type.SIGNED_AMOUNT),
        Column("pending", Type.SIGNED_AMOUNT),
    ),
    ("provider", "as_of", "currency"),
)
BANK = Kind(
    "bank",
    (
        _needed("account"),
        _needed("line_id"),
        _needed("booked_on", Type.DAY),
        _needed("amount", Type.SIGNED_AMOUNT),
        _needed("currency", Type.CURRENCY),
        _needed("label"),
        Column("reference"),
    ),
    ("account", "line_id"),
)
STOCK_COUNTS = Kind(
    "stock_counts",
    (
        _needed("sku"),
        Column("place"),
        _needed("counted_at", Type.INSTANT),
        _needed("quantity", Type.SIGNED_QUANTITY),
        Column("unit_cost", Type.PRICE),
    ),
    ("sku", "place", "counted_at"),
)
STOCK_RECEIPTS = Kind(
    "stock_receipts",
    (
        _needed("receipt_id"),
        _needed("sku"),
        Column("place"),
        _needed("received_at", Type.INSTANT),
        _needed("quantity", Type.QUANTITY),
        Column("unit_cost", Type.PRICE),
    ),
    ("receipt_id", "sku", "place"),
)
SHOP_STOCK = Kind(
    "shop_stock",
    (_needed("sku"), Column("place"), _needed("as_of", Type.INSTANT), _needed("quantity", Type.SIGNED_QUANTITY)),
    ("sku", "place", "as_of"),
)
STOCK_WRITEOFFS = Kind(
    "stock_writeoffs",
    (
        _needed("sku"),
        Column("place"),
        _needed("written_off_at", Type.INSTANT),
        _needed("quantity", Type.QUANTITY),
        Column("reason"),
        _needed("document"),
    ),
    ("document", "sku"),
)
OPENING_BALANCES = Kind(
    "opening_balances",
    (
        _needed("account"),
        Column("label"),
        _needed("balance_on", Type.DAY),
        _needed("debit", Type.AMOUNT),
        _needed("credit", Type.AMOUNT),
    ),
    ("account", "balance_on"),
)
OPENING_NUMBERS = Kind(
    "opening_numbers",
    (_needed("document_number"), _needed("given_on", Type.DAY)),
    ("document_number",),
)

PLAIN_KINDS = (
    ORDERS, ORDER_STATES, PAYMENTS, RETURNS, CREDIT_NOTES, REFUNDS, PAYOUTS, PROVIDER_BALANCES, BANK, STOCK_COUNTS,
    STOCK_RECEIPTS, SHOP_STOCK,
)  # fmt: skip
"""The twelve kinds of the plain format."""
KINDS: Mapping[str, Kind] = MappingProxyType(
    {kind.name: kind for kind in (*PLAIN_KINDS, STOCK_WRITEOFFS, OPENING_BALANCES, OPENING_NUMBERS)}
)
"""Every kind by name; the last three are known to our own sources only."""
