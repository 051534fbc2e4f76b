-- One row per refund that came after its day, with the increase the law adds when it was not paid with it.
insert into core.break_findings
with paid as (
    select provider, refund_id, -sum(amount) as amount
    from core.residuals
    where component = 'late_increase'
    group by provider, refund_id
)

select
    'refund_late', late.credit_note_number, late.provider, late.refund_id, notes.order_id, null, null,
    cast(late.increase - coalesce(paid.amount, 0) as decimal(18, 2)), notes.currency, cast(0 as decimal(18, 2)),
    core.say($language, 'remboursé au plus tard le ', 'refunded by ') || strftime(late.due_on, '%d/%m/%Y'),
    core.say($language, 'remboursé le ', 'refunded on ') || strftime(late.refunded_on, '%d/%m/%Y') || ' : ' || late.days_late
    || core.say($language, ' jours de retard', ' days late')
    || case when late.increase > 0 then core.say($language, ', majoration due ', ', increase owed ') || core.in_words(late.increase, notes.currency) else '' end,
    late.due_on + 1
from core.late_refunds as late
inner join core.credit_notes as notes on notes.credit_note_number = late.credit_note_number
left join paid on paid.provider = late.provider and paid.refund_id = late.refund_id
where late.legal_basis <> 'b2b' and coalesce(paid.amount, 0) = 0;
