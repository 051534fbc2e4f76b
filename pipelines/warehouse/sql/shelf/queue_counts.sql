-- One row per kind of open break: how many, how much, how much VAT.
select
    kind, queue, count(*)::integer, coalesce(sum(amount), 0)::decimal(18, 2), coalesce(sum(vat_at_stake), 0)::decimal(18, 2)
from open_breaks
group by kind, queue
order by 4 desc, kind
