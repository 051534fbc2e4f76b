-- One row per account taken over, and one that balances them: what stood there before the first month.
insert into core.postings
with balances as (
    select account, balance_on, debit - credit as amount
    from core.opening_balances
    where balance_on <= $as_of and debit <> credit
),
parts as (
    select balance_on, account, amount from balances
    union all
    select balance_on, $account_suspense as account, cast(-sum(amount) as decimal(18, 2)) as amount
    from balances
    group by balance_on
    having sum(amount) <> 0
)
select
    'opening:' || balance_on as entry_id, 'AN' as journal, balance_on as booked_on, account, null as auxiliary,
    'OUVERTURE' as piece, balance_on as piece_on, 'Reprise du solde' as wording, amount, null as currency,
    null as currency_amount, null as credit_note_number, null as provider, null as refund_id, null as item
from parts;
