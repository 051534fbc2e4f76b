-- One row per credit note whose number follows another's while its date precedes it, in a series that otherwise runs on.
insert into core.break_findings
with series as (
    select prefix from proof_series group by prefix having sum(notes) * 2 > max(last_place) - min(first_place) + 1
),
reached as (
    select
        prefix, first_place,
        max(last_place) over (partition by prefix order by issued_on rows between unbounded preceding and 1 preceding) as place_before
    from proof_series
),
-- In a series that keeps its order, each day's numbers stand after those of all days before it.
disordered as (
    select distinct series.prefix
    from reached
    inner join series on series.prefix = reached.prefix
    where reached.first_place <= reached.place_before
),
parted as materialized (
    select credit_note_number, order_id, gross, currency, issued_on, regexp_extract(credit_note_number, '[0-9]*$') as digits
    from core.credit_notes
    where state <> 'draft' and exists (select 1 from disordered)
),
numbers as (
    select
        credit_note_number, order_id, gross, currency, issued_on,
        left(credit_note_number, length(credit_note_number) - length(digits)) as prefix, cast(digits as bigint) as place
    from parted
    where length(digits) between 1 and 17
),
neighbours as (
    select
        numbers.*,
        lag(issued_on) over earlier as issued_before,
        lead(issued_on) over earlier as issued_after,
        lag(issued_on, 2) over earlier as issued_earlier,
        lag(credit_note_number) over earlier as number_before,
        lead(issued_on, 2) over earlier as issued_later,
        lead(credit_note_number) over earlier as number_after
    from numbers
    inner join disordered on disordered.prefix = numbers.prefix
    window earlier as (partition by numbers.prefix order by numbers.place)
)
-- Of two neighbours in the wrong order the later number is named, unless the earlier one stands ahead of everything after it.
select
    'number_out_of_order', credit_note_number, null, null, order_id, null, null, gross, currency, null,
    case
        when issued_on < issued_before then core.say($language, 'date du ', 'dated ') || strftime(issued_before, '%d/%m/%Y')
            || core.say($language, ' ou après, comme ', ' or later, as ') || number_before
        else core.say($language, 'date du ', 'dated ') || strftime(issued_after, '%d/%m/%Y')
            || core.say($language, ' ou avant, comme ', ' or earlier, as ') || number_after
    end,
    core.say($language, 'date du ', 'dated ') || strftime(issued_on, '%d/%m/%Y'), issued_on
from neighbours
where (
    issued_on < issued_before
    and not (issued_on >= coalesce(issued_earlier, issued_on) and coalesce(issued_before > issued_after, false))
) or (
    issued_on > issued_after and issued_on > issued_later and coalesce(issued_after >= issued_before, true)
)
