-- Two rows per month end and account of gift cards or store credits: what was sold or granted too long ago and never spent is ours
-- (758). The oldest is spent first, since a payment does not say which card it draws on.
insert into core.postings
with moves as (
    select account, booked_on, case when amount < 0 then -amount else 0 end as granted, case when amount > 0 then amount else 0 end as spent
    from core.postings
    where account in ($account_gift_cards, $account_store_credits)
),

ends as (
    select distinct last_day(cast(days.day as date)) as day
    from (select min(booked_on) as first_on from moves) as starts,
        generate_series(starts.first_on, cast($as_of + interval 1 month as date), interval 1 day) as days (day)
    where starts.first_on is not null and last_day(cast(days.day as date)) <= $as_of
),

balances as (
    select
        ends.day, moves.account,
        sum(case when moves.booked_on <= last_day(cast(ends.day - to_months($lapse_months) as date)) then moves.granted else 0 end)
        - sum(moves.spent) as old_rest
    from ends
    inner join moves on moves.booked_on <= ends.day
    group by ends.day, moves.account
),

lapsed as (
    select
        day, account,
        greatest(max(old_rest) over (partition by account order by day rows between unbounded preceding and current row), 0) as total
    from balances
),

months as (
    select
        day, account, cast(total - coalesce(lag(total) over (partition by account order by day), 0) as decimal(18, 2)) as amount
    from lapsed
),

parts as (
    select day, account, account as posted_to, amount from months where amount > 0
    union all
    select day, account, $account_lapsed_gift_cards, -amount from months where amount > 0
)

select
    'lapsed:' || account || ':' || strftime(day, '%Y-%m') as entry_id, $other_journal as journal, day as booked_on,
    posted_to as account, null as auxiliary, 'PERIME-' || account || '-' || strftime(day, '%Y%m') as piece, day as piece_on,
    case when account = $account_gift_cards then 'Cartes cadeaux périmées' else 'Bons d''achat périmés' end as wording, amount,
    null as currency, null as currency_amount, null as credit_note_number, null as provider, null as refund_id, null as item
from parts
