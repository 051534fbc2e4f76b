-- One row: open breaks, and VAT at stake in them.
select count(*)::integer, coalesce(sum(vat_at_stake), 0)::decimal(18, 2)
from breaks
where status = 'open'
