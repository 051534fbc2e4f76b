-- One row per article and reason over the last three months: articles sent back.
select coalesce(sku, '—'), reason_code, sum(quantity)::integer
from out.returned_lines
where issued_on <= $until and coalesce(ordered_on, issued_on) >= $quarter_since
group by 1, 2
order by 1, 2
