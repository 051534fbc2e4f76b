-- One row per series of numbers and day: its numbers that day, without those whose last digits are none or too many to be a number.
create or replace temporary table proof_series as
with parted as materialized (
    select credit_note_number, issued_on, regexp_extract(credit_note_number, '[0-9]*$') as digits
    from core.credit_notes
    where state <> 'draft'
)

select
    left(credit_note_number, length(credit_note_number) - length(digits)) as prefix, issued_on, count(*) as notes,
    min(cast(digits as bigint)) as first_place, max(cast(digits as bigint)) as last_place,
    min(length(digits)) as least_width, max(length(digits)) as most_width
from parted
where length(digits) between 1 and 17
group by prefix, issued_on;
