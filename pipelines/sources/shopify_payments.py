"""Shopify Payments: the transactions and the payouts of a shop. No row has an id of its own, and a payout row none at all.

A movement is known by its order, kind, day (UTC), amount and rank among equals, as the transaction histories of the shop
know it too, so that the same refund read from both is one.
"""

from pipelines.sources.movements import all_are, movements_table
from pipelines.sources.source import Header, Mapped, TableSource, optional, required

TYPES = {
    **all_are("payment", "charge", "sale", "capture"),
    "refund": "refund",
    **all_are("refund_failure", "refund_failure", "refund failure", "failed refund", "refund_reversal"),
    **all_are("dispute", "chargeback", "dispute", "chargeback_hold", "chargeback hold", "dispute_withdrawal"),
    **all_are("dispute_reversal", "chargeback won", "chargeback_won", "chargeback reversal", "chargeback_reversal"),
    **all_are("dispute_reversal", "dispute_reversal", "chargeback_hold_release", "chargeback hold release"),
    **all_are("fee", "chargeback fee", "chargeback_fee", "fee", "dispute_fee", "application_fee"),
    **all_are("adjustment", "adjustment", "reserve", "reserved_funds", "debit", "credit", "marketplace sales tax"),
    **all_are(
        "adjustment", "advance", "advance_funding", "transfer", "retried_payout", "payout_failure", "refund_adjustment"
    ),
    "payout": "payout",
}
ROWS = """
with spelled as (
    select *,
        iso_instant(case when plain_words(type) = 'payout' then coalesce(payout_date, transaction_date) else transaction_date end,
            $time_zone) as moved_at, dot_amount(amount) as gross, plain_words(type) as kind
    from staged
),
ranked as (
    select *,
        row_number() over (partition by "order", kind, left(moved_at, 10), gross order by source_row) as rank,
        row_number() over (partition by checkout, kind order by source_row) as charge_rank
    from spelled
)
select source_row, type as native_type, gross, dot_amount(fee) as fee, dot_amount(net) as net,
    currency_text(currency) as currency, dot_amount(presentment_amount) as customer_gross,
    currency_text(presentment_currency) as customer_currency, moved_at,
    concat_ws(' ', "order", kind, left(moved_at, 10), cents_text(absolute(gross)), case when rank > 1 then 'n' || rank end) as id,
    case when kind = 'charge' and charge_rank > 1 then checkout || ' n' || charge_rank else checkout end as payment_id,
    "order" as order_reference, concat_ws(' ', payment_method_name, card_brand) as method, payout_id,
    type as description, payout_id as bank_reference
from ranked
"""
PAYOUTS = """
with paid as (
    select *, row_number() over (partition by payout_date, currency, total, bank_reference order by source_row) as rank
    from staged
    where plain_words(status) in ('paid', 'in_transit', 'deposited', 'verse', 'paye')
)
select source_row, 'shopify_payments' as provider,
    concat_ws(' ', left(iso_instant(payout_date, 'UTC'), 10), currency_text(currency), cents_text(dot_amount(total)), bank_reference,
        case when rank > 1 then 'n' || rank end) as payout_id,
    iso_instant(payout_date, $time_zone) as paid_at, dot_amount(total) as amount, currency_text(currency) as currency, bank_reference
from paid
"""
UNPAID = """
select source_row, case when plain_words(status) in ('failed', 'canceled', 'cancelled') then 'failed' else 'pending' end as reason
from staged
where plain_words(status) in ('failed', 'canceled', 'cancelled', 'pending', 'scheduled', 'action_required')
"""
UNKNOWN_STATUS = f"""
select source_row, 'status' as "column", status as "value", 'unknown-status' as code
from staged
where plain_words(status) not in ('paid', 'in_transit', 'deposited', 'verse', 'paye')
    and source_row not in (select source_row from ({UNPAID}) as unpaid)
"""  # noqa: S608 (our own text)
ARITHMETIC = """
with told as (
    select source_row, currency_text(currency) as currency, cast(amount_of(dot_amount(total)) as decimal(18, 2)) as total,
        amount_of(dot_amount(fees)) as fees,
        amount_of(dot_amount(charges)) + amount_of(dot_amount(refunds)) + amount_of(dot_amount(adjustments))
        + coalesce(amount_of(dot_amount(marketplace_sales_tax)), 0) + coalesce(amount_of(dot_amount(advances)), 0)
        + coalesce(amount_of(dot_amount(reserved_funds)), 0) + coalesce(amount_of(dot_amount(retried_amount)), 0) as before_fees
    from staged
),
added as (
    select *, case when before_fees + fees = total then total else before_fees - abs(fees) end as found
    from told
    where total is not null and before_fees is not null and fees is not null
)
select
    case when total = found then 0 else (select max(source_row) + 1 from staged) end as source_row,
    'Total, ligne ' || source_row as name, currency, cast(total as varchar) as stated,
    cast(cast(found as decimal(18, 2)) as varchar) as found
from added
"""
SOURCES = (
    movements_table(
        "shopify_payments_transactions",
        "shopify_payments",
        (
            *required("Transaction Date", "Type", "Order", "Payout Status", "Amount", "Fee", "Net", "Currency"),
            *optional("Payout ID", "Card Brand", "Card Source", "Payout Date", "Available On", "Checkout"),
            Header("payment_method_name", ("Payment Method",), required=False),
            *optional(
                "Presentment Amount", "Presentment Currency", "VAT", "Business Entity Name", "Business Entity ID"
            ),
        ),
        ROWS,
        types=TYPES,
    ),
    TableSource(
        name="shopify_payments_payouts",
        provider="shopify_payments",
        headers=(
            *required("Payout Date", "Status", "Charges", "Refunds", "Adjustments", "Fees", "Total", "Currency"),
            *optional("Reserved Funds", "Retried Amount", "Marketplace Sales Tax", "Advances", "Bank Reference"),
        ),
        mappings=(Mapped("payouts", PAYOUTS),),
        exclusions=UNPAID,
        rejections=UNKNOWN_STATUS,
        totals=ARITHMETIC,
    ),
)
