-- One row per credit note and movement of money: the day that decides its month; what comes late for a sealed month counts in the next.
truncate out.counted_notes;
insert into out.counted_notes
select
    notes.credit_note_number,
    case when late.month is null then notes.issued_on else cast(strptime(late.month || '-01', '%Y-%m-%d') as date) end
from core.credit_notes as notes
left join core.late_documents as late on late.document = 'credit_note' and late.id = notes.credit_note_number;
truncate out.counted_refunds;
insert into out.counted_refunds
select
    refunds.provider, refunds.refund_id, refunds.type,
    case when late.month is null then refunds.created_on else cast(strptime(late.month || '-01', '%Y-%m-%d') as date) end
from core.refunds as refunds
left join core.late_documents as late
    on late.document = 'refund' and late.id = refunds.provider || ':' || refunds.refund_id || ':' || refunds.type
