-- One row per credit note still owed past the law's day: the increase that has run so far (law.md §2.2-2.3).
create or replace temporary table proof_running_increases as
with owed as (
    select
        notes.credit_note_number, notes.rest, clocks.legal_basis, clocks.due_on,
        cast(date_diff('day', clocks.due_on, cast($as_of as date)) as integer) as days_late
    from proof_notes as notes
    inner join core.refund_clocks as clocks on clocks.credit_note_number = notes.credit_note_number
    where notes.rest > 0 and notes.state <> 'written_off' and notes.settlement in ('refund', 'unknown') and clocks.due_on < $as_of
)

select
    owed.credit_note_number, owed.legal_basis, owed.due_on, owed.days_late,
    case
        when scale.legal_basis is null then cast(0 as decimal(18, 2))
        else core.late_increase(owed.rest, scale.percent, rates.percent, scale.first_day, owed.days_late)
    end as increase
from owed
left join core.late_scale as scale
    on scale.legal_basis = owed.legal_basis and owed.days_late between scale.first_day and scale.last_day
left join core.legal_rates as rates on owed.due_on between rates.first_on and rates.last_on;
