-- Two rows per payment: the provider received what the customer owed.
insert into core.postings
with payments as (
    select
        payments.provider, payments.payment_id, payments.order_id, payments.captured_on, payments.currency, payments.amount,
        cast(round(payments.amount * rates.rate, 2) as decimal(18, 2)) as booked, accounts.account, accounts.journal,
        coalesce(parties.auxiliary, 'WEB') as auxiliary
    from core.payments as payments
    inner join core.exchange_rates as rates on rates.currency = payments.currency
    inner join core.provider_accounts as accounts
        on accounts.provider = payments.provider and accounts.currency = payments.currency
    left join core.order_parties as parties on parties.order_id = payments.order_id
    where payments.captured_on <= $as_of
),

parts as (
    select provider, payment_id, account, null as auxiliary, booked as amount, null as item from payments
    union all
    select provider, payment_id, $account_customers, auxiliary, -booked, 'order|' || order_id from payments
)

select
    'payment:' || payments.provider || ':' || payments.payment_id as entry_id, payments.journal, payments.captured_on as booked_on,
    parts.account, parts.auxiliary, payments.payment_id as piece, payments.captured_on as piece_on,
    'Encaissement ' || payments.payment_id || ' / ' || payments.order_id as wording, parts.amount,
    case when payments.currency <> $currency then payments.currency end as currency,
    case when payments.currency <> $currency then abs(payments.amount) end as currency_amount,
    null as credit_note_number, payments.provider, null as refund_id, parts.item
from payments
inner join parts on parts.provider = payments.provider and parts.payment_id = payments.payment_id
