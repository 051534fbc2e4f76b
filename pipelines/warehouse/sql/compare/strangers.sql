-- One row per entry of the FEC that takes sales back and names no credit note of ours.
select
    'sales_debited_without_credit_note' as kind, coalesce(max(piece), '') as document, max(booked_on) as day, '707' as account,
    max(journal) || ' ' || max(entry) as entries, cast(0 as decimal(18, 2)) as ours, cast(sum(debit) as decimal(18, 2)) as theirs,
    cast(-sum(debit) as decimal(18, 2)) as difference, cast(0 as decimal(18, 2)) as vat_over_declared
from fec_lines
where
    debit > 0 and (starts_with(account, '707') or starts_with(account, '709'))
    and entry_key not in (select entry_key from note_lines)
group by entry_key
order by day, document, entries
