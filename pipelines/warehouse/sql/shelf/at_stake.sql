-- One row: open breaks, VAT at stake in them, refunds without a credit note, and credit notes without a refund.
select
    count(*)::integer, coalesce(sum(vat_at_stake), 0)::decimal(18, 2),
    (count(*) filter (kind = 'refund_without_credit_note'))::integer, (count(*) filter (kind = 'credit_note_without_refund'))::integer
from breaks
where status = 'open'
