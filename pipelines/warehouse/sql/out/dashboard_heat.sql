-- One row per period, article and reason: articles sent back in the month, the last three months, the last twelve; twelve articles each.
with periods as (
    select 'month' as period, cast($since as date) as since
    union all select 'quarter', cast($quarter_since as date)
    union all select 'year', cast($twelve_since as date)
),
counted as (
    select
        periods.period, coalesce(lines.sku, '—') as sku, min(lines.title) as title, lines.reason_code, sum(lines.quantity) as quantity
    from out.returned_lines as lines
    join periods on lines.issued_on >= periods.since
    where lines.issued_on <= $until
    group by periods.period, coalesce(lines.sku, '—'), lines.reason_code
),
ranked as (
    select period, sku, min(title) as title, row_number() over (partition by period order by sum(quantity) desc, sku) as rank
    from counted
    group by period, sku
)
select counted.period, counted.sku, ranked.title, counted.reason_code, counted.quantity::integer
from counted
join ranked on ranked.period = counted.period and ranked.sku = counted.sku
where ranked.rank <= 12
order by counted.period, ranked.rank, counted.reason_code
