-- One row per thing that did not add up on a day past and does now: when it opened, and what closed it.
delete from core.break_closings;

insert into core.break_closings
with confirmed as (
    select
        credit_note_number, provider, refund_id, currency, issued_on, refunded_on, amount
    from core.allocations
    where status = 'confirmed'
),

paid_at_last as (
    select
        confirmed.credit_note_number, min(confirmed.issued_on) as issued_on, min(confirmed.refunded_on) as closed_on,
        min_by(confirmed.refund_id, (confirmed.refunded_on, confirmed.provider, confirmed.refund_id)) as refund_id
    from confirmed
    where confirmed.refunded_on > confirmed.issued_on + cast($refund_due_days + 1 as integer)
        and not exists (
            select 1
            from core.allocations as sooner
            where sooner.credit_note_number = confirmed.credit_note_number and sooner.status = 'confirmed'
                and sooner.refunded_on <= confirmed.issued_on + cast($refund_due_days + 1 as integer)
        )
    group by confirmed.credit_note_number
),

documented_at_last as (
    select
        confirmed.provider, confirmed.refund_id, min(confirmed.refunded_on) as refunded_on, min(confirmed.issued_on) as closed_on,
        min_by(confirmed.credit_note_number, (confirmed.issued_on, confirmed.credit_note_number)) as credit_note_number
    from confirmed
    where confirmed.issued_on > confirmed.refunded_on + cast($credit_note_due_days + 1 as integer)
        and not exists (
            select 1
            from core.allocations as sooner
            where sooner.provider = confirmed.provider and sooner.refund_id = confirmed.refund_id and sooner.status = 'confirmed'
                and sooner.issued_on <= confirmed.refunded_on + cast($credit_note_due_days + 1 as integer)
        )
    group by confirmed.provider, confirmed.refund_id
),

failures as (
    select provider, refund_id, max(created_on) as failed_on
    from core.refunds
    where type = 'refund_failure'
    group by provider, refund_id
),

made_again as (
    select
        revoked.provider, revoked.refund_id, min(revoked.credit_note_number) as credit_note_number, min(failures.failed_on) as failed_on,
        min(confirmed.refunded_on) as closed_on,
        min_by(confirmed.refund_id, (confirmed.refunded_on, confirmed.provider, confirmed.refund_id)) as other_refund_id
    from core.allocations as revoked
    inner join failures on failures.provider = revoked.provider and failures.refund_id = revoked.refund_id
    inner join confirmed on confirmed.credit_note_number = revoked.credit_note_number and confirmed.refunded_on > failures.failed_on
    where revoked.status = 'revoked' and revoked.decided_by = 'rule'
    group by revoked.provider, revoked.refund_id
)

select
    'credit_note_without_refund' as kind, paid.credit_note_number, cast(null as varchar) as provider, cast(null as varchar) as refund_id, notes.order_id,
    notes.gross as amount, notes.currency,
    core.say($language, 'à rembourser au plus tard le ', 'to be refunded by ')
    || strftime(paid.issued_on + cast($refund_due_days as integer), '%d/%m/%Y') as expected,
    core.say($language, 'remboursé le ', 'refunded on ') || strftime(paid.closed_on, '%d/%m/%Y') || ' : ' || paid.refund_id as found,
    paid.issued_on + cast($refund_due_days + 1 as integer) as opened_on, paid.closed_on
from paid_at_last as paid
inner join core.credit_notes as notes on notes.credit_note_number = paid.credit_note_number
union all
select
    'refund_without_credit_note', null, documented.provider, documented.refund_id, notes.order_id, refunds.gross, refunds.currency,
    core.say($language, 'un avoir au plus tard le ', 'a credit note by ')
    || strftime(documented.refunded_on + cast($credit_note_due_days as integer), '%d/%m/%Y'),
    core.say($language, 'avoir du ', 'credit note of ') || strftime(documented.closed_on, '%d/%m/%Y') || ' : ' || documented.credit_note_number,
    documented.refunded_on + cast($credit_note_due_days + 1 as integer), documented.closed_on
from documented_at_last as documented
inner join core.credit_notes as notes on notes.credit_note_number = documented.credit_note_number
inner join core.refunds as refunds
    on refunds.provider = documented.provider and refunds.refund_id = documented.refund_id and refunds.type = 'refund'
union all
select
    'refund_failed', again.credit_note_number, again.provider, again.refund_id, notes.order_id, refunds.gross, refunds.currency,
    core.say($language, 'remboursement de ', 'refund of ') || core.in_words($language, refunds.gross, refunds.currency) || core.say($language, ' abouti', ' completed'),
    core.say($language, 'échoué le ', 'failed on ') || strftime(again.failed_on, '%d/%m/%Y') || core.say($language, ', refait le ', ', made again on ')
    || strftime(again.closed_on, '%d/%m/%Y') || ' : ' || again.other_refund_id,
    again.failed_on, again.closed_on
from made_again as again
inner join core.credit_notes as notes on notes.credit_note_number = again.credit_note_number
inner join core.refunds as refunds
    on refunds.provider = again.provider and refunds.refund_id = again.refund_id and refunds.type = 'refund';
