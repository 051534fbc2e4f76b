"""Stripe: itemized payout reconciliation and balance history, in whatever columns the merchant chose."""

from pipelines.sources.movements import all_are, movements_table
from pipelines.sources.source import Header, optional, required

METADATA = ("order_id", "order_number", "order_reference", "order", "reference", "commande", "id_order", "order_name")
ORDER = Header(
    "order_metadata",
    (
        *(f"payment_metadata[{key}]" for key in METADATA),
        *(f"{key} (metadata)" for key in METADATA),
        *(f"metadata[{key}]" for key in METADATA),
    ),
    required=False,
)
CREDIT_NOTE = Header(
    "credit_note_metadata",
    tuple(f"refund_metadata[{key}]" for key in ("credit_note_number", "credit_note", "avoir", "credit_note_id")),
    required=False,
)
TYPES = {
    **all_are("payment", "charge", "payment"),
    **all_are("refund", "refund", "payment_refund"),
    **all_are("refund_failure", "refund_failure", "payment_refund_failure"),
    "dispute": "dispute",
    "dispute_reversal": "dispute_reversal",
    **all_are("fee", "fee", "network_cost", "stripe_fee", "stripe_fx_fee", "tax", "tax_fee", "application_fee"),
    **all_are("payout", "payout", "payout_reversal", "payout_failure", "payout_cancel"),
    **all_are("adjustment", "adjustment", "other_adjustment", "partial_capture_reversal", "charge_failure"),
    **all_are("adjustment", "transfer", "transfer_reversal", "transfer_refund", "transfer_cancel", "transfer_failure"),
    **all_are("adjustment", "topup", "topup_reversal", "advance", "advance_funding", "anticipation_repayment"),
    **all_are("adjustment", "financing_paydown", "financing_paydown_reversal", "financing_payout"),
    **all_are("adjustment", "financing_payout_reversal", "reserve_transaction", "reserved_funds", "reserve_hold"),
    **all_are("adjustment", "reserve_release", "risk_reserved_funds", "payout_minimum_balance_hold"),
    **all_are("adjustment", "payout_minimum_balance_release", "connect_reserved_funds", "connect_collection_transfer"),
    **all_are("adjustment", "contribution", "platform_earning", "platform_earning_refund", "application_fee_refund"),
    **all_are("adjustment", "payment_failure_refund", "payment_reversal"),
}
ITEMIZED = """
select source_row, reporting_category as native_type, either_amount(gross) as gross, either_amount(fee) as fee,
    either_amount(net) as net, currency_text(currency) as currency,
    case when lower(reporting_category) like 'payout%'
        then coalesce(iso_instant(automatic_payout_effective_at_utc, 'UTC'),
            iso_instant(automatic_payout_effective_at, $time_zone), iso_instant(created_utc, 'UTC'),
            iso_instant(created, $time_zone))
        else coalesce(iso_instant(created_utc, 'UTC'), iso_instant(created, $time_zone),
            iso_instant(automatic_payout_effective_at_utc, 'UTC'),
            iso_instant(automatic_payout_effective_at, $time_zone))
    end as moved_at,
    source_id as id, balance_transaction_id as row_id, charge_id as payment_id,
    coalesce(order_metadata, order_id, order_in(description)) as order_reference,
    credit_note_metadata as credit_note_number, customer_email, coalesce(payment_method_type, card_brand) as method,
    case when lower(reporting_category) like 'payout\\_%' escape '\\'
        then concat_ws(' ', coalesce(source_id, automatic_payout_id), lower(reporting_category), balance_transaction_id)
        else automatic_payout_id
    end as payout_id,
    description, trace_id as bank_reference, either_amount(customer_facing_amount) as customer_gross,
    currency_text(customer_facing_currency) as customer_currency
from staged
"""
BALANCE_HISTORY = """
select source_row, "type" as native_type,
    case when lower("type") = 'adjustment' and (source like 'dp\\_%' escape '\\' or source like 'du\\_%' escape '\\')
        then case when either_amount(amount) like '-%' then 'dispute' else 'dispute_reversal' end
    end as movement,
    either_amount(amount) as gross, either_amount(fee) as fee, either_amount(net) as net,
    currency_text(currency) as currency, iso_instant(created_utc, 'UTC') as moved_at, source as id, id as row_id,
    case when source like 'ch\\_%' escape '\\' or source like 'py\\_%' escape '\\' then source end as payment_id,
    coalesce(order_metadata, order_in(description)) as order_reference,
    case when lower("type") like 'payout\\_%' escape '\\' then concat_ws(' ', source, lower("type"), id)
        when lower("type") = 'payout' then source
        else transfer
    end as payout_id,
    description, either_amount(customer_facing_amount) as customer_gross,
    currency_text(customer_facing_currency) as customer_currency
from staged
"""
SOURCES = (
    movements_table(
        "stripe_itemized",
        "stripe",
        (
            *required("reporting_category", "currency", "gross", "net"),
            *optional(
                "fee", "balance_transaction_id", "source_id", "created", "created_utc", "description", "order_id"
            ),
            *optional("automatic_payout_id", "automatic_payout_effective_at", "automatic_payout_effective_at_utc"),
            *optional("customer_facing_amount", "customer_facing_currency", "customer_email", "charge_id", "trace_id"),
            *optional("payment_intent_id", "payment_method_type", "card_brand", "available_on", "available_on_utc"),
            ORDER,
            CREDIT_NOTE,
        ),
        ITEMIZED,
        types=TYPES,
    ),
    movements_table(
        "stripe_balance_history",
        "stripe",
        (
            *required("id", "Type", "Source", "Amount", "Fee", "Net", "Currency", "Created (UTC)"),
            *optional("Available On (UTC)", "Description", "Transfer", "Transfer Date (UTC)", "Transfer Group"),
            *optional("Customer Facing Amount", "Customer Facing Currency", "Destination Platform Fee"),
            *optional("Destination Platform Fee Currency"),
            ORDER,
        ),
        BALANCE_HISTORY,
        types=TYPES,
    ),
)
