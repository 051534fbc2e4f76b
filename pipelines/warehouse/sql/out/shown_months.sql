-- One row per month that stands on the shelf: those with facts, the one that runs, and the sealed.
with fact_days as (
    select ordered_on as day from core.orders
    union all
    select notified_on from core.returns
    union all
    select issued_on from core.credit_notes
    union all
    select created_on from core.refunds
    union all
    select paid_on from core.payouts
    union all
    select cast($as_of as date)
)

select strftime(day, '%Y-%m') as month
from fact_days
where day <= cast($as_of as date)
union
select month from core.periods where state = 'sealed'
order by month
