-- One row per kind of open break: how many, how much, how much VAT.
select
    kind,
    case kind
        when 'credit_note_without_refund' then 'credit_notes'
        when 'refund_without_credit_note' then 'refunds'
        else 'differences'
    end as queue,
    count(*)::integer, coalesce(sum(amount), 0)::decimal(18, 2), coalesce(sum(vat_at_stake), 0)::decimal(18, 2)
from breaks
where status = 'open'
group by kind
order by 4 desc, kind
