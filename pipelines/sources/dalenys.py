"""Dalenys (PayPlug group) and Atos SIPS: card acquirers whose refunds are positive amounts told apart by the operation.

In the journal of SIPS, DEBIT and CREDIT are the cardholder's side: DEBIT_CAPTURE sends a payment to the bank and
CREDIT_CAPTURE a refund; a CREDIT alone only asks for the refund that its CREDIT_CAPTURE pays.
"""

from pipelines.sources.movements import all_are, movements_table
from pipelines.sources.source import optional, required

DALENYS_TYPES = {
    **all_are("payment", "payment", "capture"),
    **all_are("refund", "refund", "credit"),
    **all_are("dispute", "chargeback"),
    **all_are("dispute_reversal", "representment", "chargeback reversal"),
}
DALENYS = """
select source_row, operationtype as native_type,
    case
        when not regexp_full_match(coalesce(execcode, ''), '0+') then 'failed'
        when plain_words(operationtype) in ('authorization', 'authorisation') then 'authorization'
    end as excluded,
    case when plain_words(operationtype) in ('refund', 'credit', 'chargeback') then '-' || absolute(either_amount(amount))
        else either_amount(amount)
    end as gross,
    either_amount(billingfees_incl_vat) as fee, coalesce(currency_text(billing_currency), $currency) as currency,
    iso_instant(date, $time_zone) as moved_at, transactionid as id,
    case when plain_words(operationtype) in ('payment', 'capture') then transactionid end as payment_id,
    orderid as order_reference, cardtype as method, concat_ws(' ', operationtype, identifier) as description
from staged
"""
SIPS_TYPES = {
    **all_are("payment", "DEBIT_CAPTURE", "CAPTURE"),
    **all_are("refund", "CREDIT_CAPTURE", "REFUND", "CREDIT_REFUND"),
    **all_are("dispute", "CHARGEBACK", "IMPAYE"),
}
SIPS_ASKED = all_are(
    "authorization", "AUTHOR", "AUTHORISATION", "AUTHORIZATION", "VALIDATE", "VALIDATION", "DEBIT", "CREDIT", "CANCEL",
    "CANCELLATION", "DUPLICATE",
)  # fmt: skip
SIPS = """
select source_row, operation_name as native_type,
    case
        when 'FIN' in (upper(operation_date), upper(transaction_id), upper(operation_name)) then 'footer'
        when coalesce(response_code, '00') not in ('0', '00') then 'failed'
    end as excluded,
    case when upper(operation_name) in ('CREDIT_CAPTURE', 'REFUND', 'CREDIT_REFUND', 'CHARGEBACK', 'IMPAYE') then '-' else '' end
        || minor_amount(operation_amount, coalesce(currency_of_number(currency_code), $currency)) as gross,
    coalesce(currency_of_number(currency_code), $currency) as currency,
    instant_text(operation_date || coalesce(lpad(operation_time, 6, '0'), '000000'), '%Y%m%d%H%M%S', $time_zone) as moved_at,
    concat_ws(
        ' ', transaction_id, operation_name, operation_date, nullif(cast(row_number() over (
            partition by transaction_id, operation_name, operation_date order by source_row) - 1 as varchar), '0')
    ) as id,
    transaction_id as payment_id, coalesce(order_id, merchant_transaction_id, return_context) as order_reference,
    customer_email, payment_means as method, operation_name as description
from staged
"""
SOURCES = (
    movements_table(
        "dalenys_transactions",
        "dalenys",
        (
            *required("IDENTIFIER", "EXECCODE", "DATE", "TRANSACTIONID", "AMOUNT", "ORDERID", "OPERATIONTYPE"),
            *optional("MERCHANT COUNTRY", "MID", "PP_TRANSACTION ID", "BILLING CURRENCY", "CARDTYPE", "CLIENTIDENT"),
            *optional("CARD SERVICE TYPE", "COLLECTION DATE", "PP_PAYER STATUS", "BILLINGFEES INCL. VAT"),
        ),
        DALENYS,
        types=DALENYS_TYPES,
    ),
    movements_table(
        "sips_operations",
        "sips",
        (
            *required("TRANSACTION_ID", "OPERATION_DATE", "OPERATION_NAME", "OPERATION_AMOUNT"),
            *optional("OPERATION_TIME", "ORDER_ID", "CURRENCY_CODE", "PAYMENT_MEANS", "MERCHANT_ID", "CUSTOMER_EMAIL"),
            *optional("MERCHANT_TRANSACTION_ID", "RETURN_CONTEXT", "RESPONSE_CODE", "OPERATION_SEQUENCE"),
        ),
        SIPS,
        types=SIPS_TYPES,
        moveless=SIPS_ASKED,
        short_rows=True,
    ),
)
