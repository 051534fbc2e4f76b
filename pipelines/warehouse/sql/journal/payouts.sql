-- Two rows per payout leaving its provider, two more when the bank statement shows it: 580 stands between them.
insert into core.postings
with payouts as (
    select
        payouts.provider, payouts.payout_id, payouts.paid_on, payouts.currency, payouts.amount, payouts.bank_reference,
        cast(round(payouts.amount * rates.rate, 2) as decimal(18, 2)) as booked, accounts.account, accounts.journal
    from core.payouts as payouts
    inner join core.exchange_rates as rates on rates.currency = payouts.currency
    inner join core.provider_accounts as accounts
        on accounts.provider = payouts.provider and accounts.currency = payouts.currency
    where payouts.paid_on <= $as_of
),

arrivals as (
    select payouts.provider, payouts.payout_id, min(bank.booked_on) as booked_on
    from payouts
    inner join core.bank_lines as bank
        on bank.amount = payouts.amount and bank.currency = payouts.currency and bank.booked_on >= payouts.paid_on
        and (
            bank.reference = payouts.bank_reference
            or position(payouts.bank_reference in bank.label) > 0
            or position(payouts.payout_id in bank.label) > 0
        )
    where bank.booked_on <= $as_of
    group by payouts.provider, payouts.payout_id
),

entries as (
    select
        'payout:' || provider || ':' || payout_id as entry_id, provider, payout_id, journal, paid_on as booked_on,
        $account_transfers as debited, account as credited, 'Versement ' || payout_id as wording
    from payouts
    union all
    select
        'arrival:' || provider || ':' || payout_id, provider, payout_id, $bank_journal, booked_on, $account_bank,
        $account_transfers, 'Versement reçu ' || payout_id
    from arrivals
),

parts as (
    select entry_id, debited as account, 1 as direction from entries
    union all
    select entry_id, credited, -1 from entries
)

select
    entries.entry_id, entries.journal, entries.booked_on, parts.account, null as auxiliary, entries.payout_id as piece,
    payouts.paid_on as piece_on, entries.wording, cast(parts.direction * payouts.booked as decimal(18, 2)) as amount,
    case when payouts.currency <> $currency then payouts.currency end as currency,
    case when payouts.currency <> $currency then abs(payouts.amount) end as currency_amount, null as credit_note_number,
    entries.provider, null as refund_id,
    case when parts.account = $account_transfers then 'payout|' || entries.provider || '|' || entries.payout_id end as item
from entries
inner join parts on parts.entry_id = entries.entry_id
inner join payouts on payouts.provider = entries.provider and payouts.payout_id = entries.payout_id
