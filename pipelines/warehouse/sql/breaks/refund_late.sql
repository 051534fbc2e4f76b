-- One row per refund that came after its day, with what is still owed of the increase the law adds to it.
insert into core.break_findings
with paid as (
    select provider, refund_id, -sum(amount) as amount
    from core.residuals
    where component = 'late_increase'
    group by provider, refund_id
),

owed as (
    select
        late.credit_note_number, late.provider, late.refund_id, late.due_on, late.refunded_on, late.days_late, late.increase,
        coalesce(paid.amount, 0) as paid,
        greatest(0, least(
            late.increase,
            sum(late.increase) over (partition by late.provider, late.refund_id order by late.credit_note_number) - coalesce(paid.amount, 0)
        )) as rest
    from core.late_refunds as late
    left join paid on paid.provider = late.provider and paid.refund_id = late.refund_id
    where late.legal_basis <> 'b2b'
)

select
    'refund_late', owed.credit_note_number, owed.provider, owed.refund_id, notes.order_id, null, null,
    cast(owed.rest as decimal(18, 2)), notes.currency, cast(0 as decimal(18, 2)),
    core.say($language, 'remboursé au plus tard le ', 'refunded by ') || strftime(owed.due_on, '%d/%m/%Y'),
    core.say($language, 'remboursé le ', 'refunded on ') || strftime(owed.refunded_on, '%d/%m/%Y') || ' : ' || owed.days_late
    || case
        when owed.days_late = 1 then core.say($language, ' jour de retard', ' day late')
        else core.say($language, ' jours de retard', ' days late')
    end
    || case when owed.increase > 0 then core.say($language, ', majoration due ', ', increase owed ') || core.in_words($language, owed.increase, notes.currency) else '' end
    || case
        when owed.rest < owed.increase
            then core.say($language, ', dont versé ', ', of which paid ') || core.in_words($language, cast(owed.increase - owed.rest as decimal(18, 2)), notes.currency)
        else ''
    end,
    owed.due_on + 1
from owed
inner join core.credit_notes as notes on notes.credit_note_number = owed.credit_note_number
where owed.rest > 0 or owed.increase = 0 and owed.paid = 0;
