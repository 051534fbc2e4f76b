-- One row per currency: returns still owed money, how much, how many of them late, and the legal increase run up so far.
select
    currency, count(*)::integer, sum(credited - refunded)::decimal(18, 2), (count(*) filter (days_late > 0))::integer,
    coalesce(sum(credited - refunded) filter (days_late > 0), 0)::decimal(18, 2), coalesce(sum(increase_due), 0)::decimal(18, 2)
from owed_returns
group by currency
order by 3 desc, currency
