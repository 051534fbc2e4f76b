-- One row per credit note of a story, numbered by date.
create or replace temporary table planned_notes as
with shares as (
    select
        number, order_id, story, means, day, amount,
        case
            when story in ('twins', 'tie') then [1.00, 1.00]
            when story = 'grouped' then [1.00, 0.40]
            when story = 'crossed' then [1.00, 1.30]
            when story in ('undocumented', 'stranger', 'uncredited') then []
            else [1.00]
        end as shares
    from stories
),

parts as (
    select number, order_id, story, means, day, amount, unnest(shares) as share, generate_subscripts(shares, 1) as note
    from shares
),

dated as (
    select
        number, order_id, story, means, note, cast(round(amount * share, 2) as decimal(18, 2)) as gross,
        date '2026-08-01' + day + cast(note * 2 as integer) as issued_on
    from parts
)

select
    'AV-' || lpad(cast(row_number() over (order by issued_on, number, note) as varchar), 9, '0') as credit_note_number,
    number, order_id, story, means, note, gross, issued_on
from dated;
