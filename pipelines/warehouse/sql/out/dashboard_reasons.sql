-- One row per reason of the month: lines, articles, money credited and truly refunded, and the same a month and a year before.
select
    reason_code,
    (count(*) filter (issued_on between $since and $until))::integer,
    coalesce(sum(quantity) filter (issued_on between $since and $until), 0)::decimal(18, 3),
    coalesce(sum(gross) filter (issued_on between $since and $until), 0)::decimal(18, 2),
    coalesce(sum(refunded) filter (issued_on between $since and $until), 0)::decimal(18, 2),
    coalesce(sum(gross) filter (issued_on between $before_since and $before_until), 0)::decimal(18, 2),
    coalesce(sum(gross) filter (issued_on between $year_since and $year_until), 0)::decimal(18, 2)
from out.returned_lines
where currency = $currency
group by reason_code
having count(*) filter (issued_on between $since and $until or issued_on between $before_since and $before_until) > 0
order by 4 desc, reason_code
