-- One row per refund of a story.
create or replace temporary table planned_refunds as
with owed as (
    select number, sum(gross) as gross, min(credit_note_number) as credit_note_number
    from planned_notes
    group by number
),

firsts as (
    select
        stories.number, stories.order_id, stories.payment_id, stories.story, stories.means, stories.day, owed.credit_note_number,
        cast(case stories.story
            when 'cents' then stories.amount - 0.01
            when 'under' then stories.amount - 1.50
            when 'over' then stories.amount + 4.90
            when 'split' then round(stories.amount * 0.60, 2)
            when 'crossed' then round(stories.amount * 1.15, 2)
            when 'grouped' then owed.gross
            else stories.amount
        end as decimal(18, 2)) as gross,
        coalesce(owed.gross, stories.amount) as owed
    from stories
    left join owed on owed.number = stories.number
    where stories.story not in ('unpaid', 'uncredited')
)

select number, order_id, payment_id, story, means, 1 as refund, credit_note_number, gross, date '2026-08-04' + day as created_on
from firsts
union all
select
    number, order_id, payment_id, story, means, 2, credit_note_number,
    cast(case
        when story in ('split', 'crossed') then owed - gross
        when story = 'exceeds' then 5.00
        else gross
    end as decimal(18, 2)),
    date '2026-08-07' + day
from firsts
where story in ('twins', 'split', 'crossed', 'duplicate', 'retried', 'exceeds');
