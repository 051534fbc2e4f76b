-- One row per bank account and days between two statements over which its balance moved otherwise than the lines read: a
-- statement is missing, or lines of one. A balance may be drawn in the middle of its day: what counts as moved by then is every
-- line of the day, those its own file has of the day, or all its file has; any that fits is taken. An account whose balances
-- mostly do not follow its lines (two accounts under one name, a balance of another day) is held to nothing.
delete from core.statement_gaps;

insert into core.statement_gaps
with stated as (
    select
        sha256 as source_file,
        unnest(from_json(control_totals, '[{"account": "VARCHAR", "currency": "VARCHAR", "as_of": "VARCHAR", "stated": "VARCHAR"}]')) as told
    from raw.files
),
balances as (
    select distinct on (account, currency, day)
        source_file, told.account as account, told.currency as currency, try_cast(told.as_of as date) as day,
        try_cast(told.stated as decimal(18, 2)) as balance
    from stated
    where day <= $as_of and balance is not null
    order by account, currency, day, source_file
),
days as (
    select account, currency, booked_on as day, sum(amount) as moved from core.bank_lines group by account, currency, booked_on
),
running as (
    select *, sum(moved) over (partition by account, currency order by day) as until from days
),
own as (
    select
        balances.account, balances.currency, balances.day,
        sum(lines.amount) filter (where lines.booked_on = balances.day) as of_day,
        sum(lines.amount) filter (where lines.booked_on >= balances.day) as from_day
    from balances
    inner join raw.bank as said on said.source_file = balances.source_file and said.account = balances.account
    inner join core.bank_lines as lines on lines.account = said.account and lines.line_id = said.line_id and lines.currency = balances.currency
    where lines.booked_on >= balances.day
    group by balances.account, balances.currency, balances.day
),
moved as (
    select
        balances.*, coalesce(by_then.until, 0) as whole,
        [
            coalesce(by_then.until, 0), coalesce(before.until, 0) + coalesce(own.of_day, 0),
            coalesce(before.until, 0) + coalesce(own.from_day, 0)
        ] as ways
    from balances
    asof left join running as by_then
        on by_then.account = balances.account and by_then.currency = balances.currency and by_then.day <= balances.day
    asof left join running as before
        on before.account = balances.account and before.currency = balances.currency and before.day < balances.day
    left join own on own.account = balances.account and own.currency = balances.currency and own.day = balances.day
),
pairs as (
    select
        *, lag(day) over following as from_day, balance - lag(balance) over following as stated_move,
        whole - lag(whole) over following as read_move, lag(ways) over following as ways_before
    from moved
    window following as (partition by account, currency order by day)
),
judged as (
    select
        *,
        len(list_filter(ways, lambda now: len(list_filter(ways_before, lambda past: now - past = stated_move)) > 0)) > 0 as fits
    from pairs
    where from_day is not null
)
select account, currency, from_day + 1, day, stated_move, read_move
from judged
window by_account as (partition by account, currency)
qualify not fits and count(*) filter (where not fits) over by_account <= greatest(1, count(*) filter (where fits) over by_account);
