-- One row per true pair and what is to be said of it; then per break a story must raise, and those it may raise besides.
create or replace temporary table true_pairs as
select
    notes.credit_note_number, 're_' || refunds.number || '_' || refunds.refund as refund_id, notes.story, refunds.means,
    case
        when notes.story in ('tie', 'pending') then 'proposed'
        when notes.story in ('failed', 'retried') and refunds.refund = 1 then 'revoked'
        else 'confirmed'
    end as status
from planned_notes as notes
inner join planned_refunds as refunds on refunds.number = notes.number
where notes.story not in ('store_credit', 'currency')
    and not (notes.story = 'twins' and notes.note <> refunds.refund)
    and not (notes.story in ('duplicate', 'exceeds') and refunds.refund = 2)
    and not (notes.story = 'crossed' and notes.note = 1 and refunds.refund = 2);

create or replace temporary table true_breaks as
with told (story, kind, is_named) as (
    values
        ('under', 'refund_under', true), ('over', 'refund_over', true), ('duplicate', 'duplicate_refund', true),
        ('unpaid', 'credit_note_without_refund', true), ('undocumented', 'refund_without_credit_note', true), ('tie', 'ambiguous', true),
        ('failed', 'refund_failed', true), ('failed', 'credit_note_without_refund', false), ('store_credit', 'store_credit_and_refund', true),
        ('currency', 'currency_differs', true), ('stranger', 'unknown_order', true), ('stranger', 'refund_without_credit_note', false),
        ('disputed', 'chargeback_after_refund', true), ('other_means', 'refund_means_differs', true), ('exceeds', 'refund_exceeds_capture', true),
        ('exceeds', 'refund_without_credit_note', false), ('exceeds', 'refund_over', false), ('late', 'refund_late', true),
        ('unreturned', 'credit_note_without_return', true), ('uncredited', 'return_without_credit_note', true),
        ('overcredited', 'credit_exceeds_return', true), ('fee', 'fee_differs', true), ('movement', 'unknown_movement', true),
        ('payout', 'payout_differs', true), ('pending', 'credit_note_without_refund', false), ('duplicate', 'refund_exceeds_capture', false)
)

select stories.number, told.kind, told.is_named
from stories
inner join told on told.story = stories.story
where told.story <> 'payout' or stories.number % 2 = 0;
