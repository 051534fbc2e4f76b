-- One row per refund that came after its day, with the increase the law adds to it: whole cents, half up.
delete from core.late_refunds;

insert into core.late_refunds
with late as (
    select
        allocations.credit_note_number, allocations.provider, allocations.refund_id, clocks.legal_basis, clocks.due_on,
        allocations.refunded_on, cast(date_diff('day', clocks.due_on, allocations.refunded_on) as integer) as days_late, allocations.amount
    from core.allocations as allocations
    inner join core.refund_clocks as clocks on clocks.credit_note_number = allocations.credit_note_number
    where allocations.status = 'confirmed' and allocations.refunded_on > clocks.due_on
)

select
    late.credit_note_number, late.provider, late.refund_id, late.legal_basis, late.due_on, late.refunded_on, late.days_late, late.amount,
    case
        when scale.legal_basis is null then cast(0 as decimal(18, 2))
        else core.late_increase(late.amount, scale.percent, rates.percent, scale.first_day, late.days_late)
    end as increase
from late
left join core.late_scale as scale
    on scale.legal_basis = late.legal_basis and late.days_late between scale.first_day and scale.last_day
left join core.legal_rates as rates on late.due_on between rates.first_on and rates.last_on;
