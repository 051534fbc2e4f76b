"""PayPal's STL and TRR files: amounts are whole hundredths of every currency, unsigned, beside the letters DR or CR."""

from pipelines.sources.movements import looked_up, movements_table
from pipelines.sources.paypal_types import EVENT_FAMILIES, EVENTS, MOVELESS_EVENTS, STATUSES
from pipelines.sources.source import Header, optional, required

ROWS = """
with bodies as (
    select *,
        case upper(transaction_debit_or_credit) when 'DR' then '-' when 'CR' then '' end as sign,
        case upper(fee_debit_or_credit) when 'CR' then '-' else '' end as fee_sign,
        nullif(fee_amount, '') as fee_hundredths
    from staged
)
select source_row, coalesce(transaction_event_code, ch) as native_type,
    coalesce(transactional_status, 'S') as native_status,
    case
        when <families> = 'payment' and sign = '-' then 'adjustment'
        else coalesce(<events>, <families>)
    end as movement,
    case when upper(ch) <> 'SB' then 'footer' end as excluded,
    sign || hundredths_text(gross_transaction_amount) as gross, fee_sign || hundredths_text(fee_hundredths) as fee,
    currency_text(gross_transaction_currency) as currency,
    coalesce(iso_instant(transaction_completion_date, 'UTC'), iso_instant(transaction_initiation_date, 'UTC')) as moved_at,
    transaction_id as id,
    case when <families> = 'payment' and sign = '' then null else paypal_reference_id end as payment_id,
    invoice_id as order_reference,
    payer_s_account_id as customer_email, bank_reference_id as bank_reference,
    concat_ws(' ', transaction_event_code, transaction_subject) as description
from bodies
"""
TOTALS = """
with sections as (
    select *, upper(ch) as tag, sum(case when upper(ch) = 'SH' then 1 else 0 end) over (order by source_row) as section
    from staged
),
bodies as (
    select section, gross_transaction_currency as currency, upper(transaction_debit_or_credit) as side,
        upper(fee_debit_or_credit) as fee_side, try_cast(gross_transaction_amount as decimal(18, 0)) as gross,
        try_cast(fee_amount as decimal(18, 0)) as fee
    from sections
    where tag = 'SB'
),
printed as (
    select source_row, section, transaction_id as currency,
        unnest(['gross CR', 'gross DR', 'fee CR', 'fee DR']) as name,
        unnest([invoice_id, paypal_reference_id, paypal_reference_id_type, transaction_event_code]) as stated
    from sections
    where tag = 'SF' and upper(transaction_initiation_date) in ('CR', 'DR') and regexp_full_match(transaction_id, '[A-Z]{3}')
)
select printed.source_row, printed.name, printed.currency, hundredths_text(printed.stated) as stated,
    hundredths_text(cast(coalesce(case when printed.name like 'gross%'
        then sum(bodies.gross) filter (where bodies.side = right(printed.name, 2))
        else sum(bodies.fee) filter (where bodies.fee_side = right(printed.name, 2)) end, 0) as varchar)) as found
from printed
left join bodies on bodies.section = printed.section and bodies.currency = printed.currency
where regexp_full_match(printed.stated, '\\d+')
group by printed.source_row, printed.name, printed.currency, printed.stated
union all
select sections.source_row, 'rows', '', cast(cast(sections.transaction_id as bigint) as varchar),
    cast((select count(*) from bodies where bodies.section = sections.section) as varchar)
from sections
where tag = 'SC' and regexp_full_match(transaction_id, '\\d{1,9}') and section in (select section from printed)
"""
SOURCES = (
    movements_table(
        "paypal_report",
        "paypal",
        (
            Header("ch"),
            *required("Transaction ID", "Transaction Event Code", "Transaction Debit or Credit"),
            *required("Gross Transaction Amount", "Gross Transaction Currency", "Transaction Initiation Date"),
            *optional("Invoice ID", "PayPal Reference ID", "PayPal Reference ID Type", "Transaction Completion Date"),
            *optional("Fee Debit or Credit", "Fee Amount", "Fee Currency", "Custom Field", "Consumer ID"),
            *optional("Bank Reference ID", "Payer's Account ID", "Transactional Status", "Transaction Subject"),
        ),
        ROWS.replace("<events>", looked_up("plain_words(transaction_event_code)", EVENTS)).replace(
            "<families>", looked_up("plain_words(left(transaction_event_code, 3))", EVENT_FAMILIES)
        ),
        types={},
        moveless=MOVELESS_EVENTS,
        statuses=STATUSES,
        short_rows=True,
        totals=TOTALS,
    ),
)
