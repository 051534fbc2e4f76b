"""Klarna's settlement report: a block of totals, then one row per sale, return or fee. Dates carry their offset.

Rows that name no payout are of the one the block names. What the block says was settled is what its rows come to, or,
where fees are invoiced apart, what they come to without them. A return bears its sale's day beside its own, the later.
"""

from pipelines.sources.movements import all_are, looked_up, movements_table
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
BLOCK = """
block as (
    select line, list_transform(regexp_split_to_array(words, '[,;\\t]'), lambda cell: trim(cell, ' "')) as cells from above
),
said as (
    select names.line, unnest(names.cells) as name, unnest(told.cells) as told
    from block as names
    inner join block as told on told.line = names.line + 1 and len(told.cells) = len(names.cells)
    where list_contains(names.cells, 'payment_reference')
),
payouts as (
    select
        any_value(told) filter (where name = 'payment_reference') as payout_id,
        cast(amount_of(any_value(either_amount(told)) filter (where regexp_matches(name, '(^|_)settlement_amount$'))) as decimal(18, 2)) as stated
    from said
    group by line
),
"""
ROWS = f"""
with {BLOCK}
spelled as (
    select *, upper(type) as kind, either_amount(amount) as signed,
        case when upper(type) = 'RETURN' then greatest(sale_date, capture_date) else coalesce(sale_date, capture_date) end as day
    from staged
)
select source_row, type as native_type,
    case when kind in ('RETURN', 'FEE', 'COMMISSION', 'TAX', 'REVERSAL', 'HOLDBACK', 'CHARGE')
        then '-' || absolute(signed) else signed end as gross,
    coalesce(currency_text(posting_currency), currency_text(currency_code), $currency) as currency,
    iso_instant(case when kind = 'RETURN' then day else coalesce(capture_date, day) end, $time_zone) as moved_at,
    case kind when 'RETURN' then refund_id when 'SALE' then capture_id end as id,
    concat_ws(' ', kind, order_id, coalesce(case kind when 'RETURN' then refund_id end, capture_id), left(day, 10), cents_text(absolute(signed)),
        nullif(cast(row_number() over (
            partition by kind, order_id, refund_id, capture_id, left(day, 10), signed order by source_row) - 1 as varchar), '0')
    ) as row_id,
    case when kind = 'SALE' then coalesce(capture_id, order_id) else capture_id end as payment_id,
    coalesce(merchant_reference1, merchant_reference2, short_order_id) as order_reference,
    coalesce(payment_reference, (select case when count(*) = 1 then any_value(payout_id) end from payouts)) as payout_id,
    coalesce(detailed_type, type) as description, payment_reference as bank_reference
from spelled
"""  # noqa: S608 (our own text)
SETTLED = f"""
with {BLOCK}
moved as (
    select payout_id, currency, sum(amount_of(gross)) as net,
        coalesce(sum(amount_of(gross)) filter (where {looked_up("plain_words(native_type)", TYPES)} is distinct from 'fee'), 0) as before_fees
    from ({ROWS}) as rows
    group by payout_id, currency
)
select (select max(source_row) + 1 from staged) as source_row, concat('settlement_amount ', payouts.payout_id) as name, moved.currency, cast(payouts.stated as varchar) as stated,
    cast(case when payouts.stated = moved.before_fees then moved.before_fees else moved.net end as varchar) as found
from payouts
inner join moved on moved.payout_id = payouts.payout_id
where payouts.stated is not null
"""  # noqa: S608 (our own text)
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
        totals=SETTLED,
        short_rows=True,
    ),
)
