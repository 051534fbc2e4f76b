"""Klarna's settlement report: a block of totals, then one row per sale, return or fee. Dates carry their offset."""

from pipelines.sources.movements import all_are, movements_table
from pipelines.sources.source import optional, required

TYPES = {
    "SALE": "payment",
    "RETURN": "refund",
    **all_are("dispute", "REVERSAL", "CHARGEBACK"),
    "REVERSAL_MERCHANT_PROTECTION": "dispute_reversal",
    **all_are("fee", "FEE", "COMMISSION", "TAX"),
    **all_are(
        "adjustment", "FEE_REFUND", "CORRECTION", "HOLDBACK", "RELEASE", "CREDIT", "CHARGE", "TAX_REFUND", "DEBT"
    ),
    **all_are("payout", "PAYOUT", "SETTLEMENT"),
}
ROWS = """
with spelled as (
    select *, upper(type) as kind, either_amount(amount) as signed, coalesce(sale_date, capture_date) as day
    from staged
)
select source_row, type as native_type,
    case when kind in ('RETURN', 'FEE', 'COMMISSION', 'TAX', 'REVERSAL', 'HOLDBACK', 'CHARGE')
        then '-' || absolute(signed) else signed end as gross,
    coalesce(currency_text(posting_currency), currency_text(currency_code), $currency) as currency,
    iso_instant(coalesce(case when kind = 'RETURN' then day else capture_date end, day), $time_zone) as moved_at,
    case kind when 'RETURN' then refund_id when 'SALE' then capture_id end as id,
    concat_ws(' ', kind, order_id, coalesce(case kind when 'RETURN' then refund_id end, capture_id), left(day, 10), cents_text(absolute(signed)),
        nullif(cast(row_number() over (
            partition by kind, order_id, refund_id, capture_id, left(day, 10), signed order by source_row) - 1 as varchar), '0')
    ) as row_id,
    case when kind = 'SALE' then coalesce(capture_id, order_id) else capture_id end as payment_id,
    coalesce(merchant_reference1, merchant_reference2, short_order_id) as order_reference, payment_reference as payout_id,
    coalesce(detailed_type, type) as description, payment_reference as bank_reference
from spelled
"""
SOURCES = (
    movements_table(
        "klarna_settlement",
        "klarna",
        (
            *required("type", "order_id", "merchant_reference1", "amount"),
            *optional("capture_date", "sale_date", "short_order_id", "capture_id", "merchant_reference2"),
            *optional("posting_currency", "currency_code", "refund_id", "payment_reference", "detailed_type"),
        ),
        ROWS,
        types=TYPES,
        short_rows=True,
    ),
)
