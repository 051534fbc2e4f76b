-- One row per pair a person refused or undid: no rule brings it back.
create or replace temporary table match_refused as
with spoken as (
    select
        credit_note_number, provider, refund_id, action, author,
        row_number() over (partition by credit_note_number, provider, refund_id order by sequence desc) as latest
    from core.decisions
    where action in ('confirm', 'link', 'reject', 'unmatch') and not revoked
        and credit_note_number is not null and refund_id is not null and provider is not null
)

select
    notes.note, refunds.movement, spoken.credit_note_number, spoken.provider, spoken.refund_id, notes.order_id, spoken.action, spoken.author
from spoken
left join match_notes as notes on notes.credit_note_number = spoken.credit_note_number
left join match_refunds as refunds on refunds.provider = spoken.provider and refunds.refund_id = spoken.refund_id
where spoken.latest = 1 and spoken.action in ('reject', 'unmatch');
