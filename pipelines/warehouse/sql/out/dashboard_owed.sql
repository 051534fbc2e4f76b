-- One row: what customers are still owed at the end of the month, in the shop's currency, and how much of it is late.
select
    count(*)::integer, coalesce(sum(credited - refunded), 0)::decimal(18, 2),
    (count(*) filter (refund_due_on < $until))::integer,
    coalesce(sum(credited - refunded) filter (refund_due_on < $until), 0)::decimal(18, 2),
    coalesce(sum(increase_due), 0)::decimal(18, 2)
from core.returns_proof
where money in ('pending', 'missing') and credited > refunded and opened_on <= $until and currency = $currency
