-- One row per month and series: last number − first + 1 = numbers present + numbers missing; ours may miss none.
insert into out.controls
with numbers as (
    select
        months.month, notes.numbered_by, notes.credit_note_number, notes.issued_at,
        regexp_replace(notes.credit_note_number, '[0-9]+$', '') as prefix,
        try_cast(nullif(regexp_extract(notes.credit_note_number, '[0-9]+$'), '') as decimal(18, 0)) as number
    from core.credit_notes as notes
    inner join out.counted_notes as counted on counted.credit_note_number = notes.credit_note_number
    inner join out.months as months on counted.counted_on between months.first_on and months.until
    where notes.state <> 'draft'
),

steps as (
    select
        month, prefix, numbered_by, number, issued_at,
        lag(number) over (partition by month, prefix, numbered_by order by number) as previous,
        lag(issued_at) over (partition by month, prefix, numbered_by order by number) as previous_at
    from numbers
    where number is not null
),

ranges as (
    select
        month, prefix, numbered_by, min(number) as first_number, max(number) as last_number, count(*) as present,
        coalesce(sum(number - previous - 1) filter (where number > previous), 0) as missing,
        count(*) filter (where issued_at < previous_at) as out_of_order
    from steps
    group by month, prefix, numbered_by
),

elsewhere as (
    select ranges.month, ranges.prefix, ranges.numbered_by, count(*) as numbers
    from ranges
    inner join steps
        on steps.prefix = ranges.prefix and steps.numbered_by = ranges.numbered_by and steps.month <> ranges.month
        and steps.number between ranges.first_number and ranges.last_number
    group by ranges.month, ranges.prefix, ranges.numbered_by
),

totals as (
    select
        ranges.month, ranges.prefix, ranges.numbered_by, ranges.first_number, ranges.last_number, ranges.present as of_month,
        coalesce(elsewhere.numbers, 0) as of_other_months,
        ranges.present + coalesce(elsewhere.numbers, 0) as present, ranges.missing - coalesce(elsewhere.numbers, 0) as missing,
        ranges.out_of_order + coalesce(elsewhere.numbers, 0) as out_of_order
    from ranges
    left join elsewhere
        on elsewhere.month = ranges.month and elsewhere.prefix = ranges.prefix and elsewhere.numbered_by = ranges.numbered_by
)

select
    totals.month, 6, 'Numéros ' || totals.prefix || '… (' || case totals.numbered_by when 'lettrage' then 'par Lettrage' else 'par la boutique' end || ')',
    totals.last_number - totals.first_number + 1,
    totals.present + case when totals.numbered_by = 'lettrage' then 0 else totals.missing end,
    abs(totals.last_number - totals.first_number + 1 - totals.present
        - case when totals.numbered_by = 'lettrage' then 0 else totals.missing end),
    case
        when totals.last_number - totals.first_number + 1
            = totals.present + case when totals.numbered_by = 'lettrage' then 0 else totals.missing end then 'ties'
        else 'differs'
    end,
    'premier ' || totals.first_number || ', dernier ' || totals.last_number || ', du mois ' || totals.of_month
    || ', d''un autre mois ' || totals.of_other_months || ', manquants ' || totals.missing || ', hors ordre ' || totals.out_of_order
from totals
union all
select
    months.month, 6, 'Numéros d''avoirs', null, null, null, 'not_observed', 'aucun avoir numéroté ce mois'
from out.months as months
where months.month not in (select totals.month from totals)
