-- One row per month to publish: every month with facts up to the one that runs, and that one; sealed months are left alone.
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
),

fact_months as (
    select distinct strftime(day, '%Y-%m') as month
    from fact_days
    where day <= cast($as_of as date)
)

select fact_months.month
from fact_months
left join core.periods as periods using (month)
where periods.state is distinct from 'sealed'
order by fact_months.month
