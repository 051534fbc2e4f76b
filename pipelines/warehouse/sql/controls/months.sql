-- One row per month from the first credit note, movement of money, return or stock move to the day looked from.
truncate out.months;
insert into out.months
with firsts as (
    select min(issued_on) as day from core.credit_notes
    union all
    select min(created_on) from core.refunds
    union all
    select min(notified_on) from core.returns
    union all
    select min(moved_on) from core.stock_moves where kind <> 'sale'
    union all
    select min("EcritureDate") from core.journal
),

starts as (
    select cast(date_trunc('month', min(day)) as date) as day from firsts
),

days as (
    select cast(series.day as date) as first_on
    from starts, generate_series(starts.day, $as_of, interval 1 month) as series (day)
    where starts.day is not null
)

select strftime(first_on, '%Y-%m'), first_on, least(last_day(first_on), $as_of), cast(first_on - interval 1 day as date)
from days
