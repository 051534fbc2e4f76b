-- One row per run of days on which a source is silent although its rhythm, weekday by weekday, promised fourteen rows or more:
-- by chance that happens once in a million. A rhythm is known after two weeks.
truncate core.coverage_holes;

insert into core.coverage_holes
with spans as (
    select source, name, min(day) as first_day, max(day) as last_day
    from core.coverage
    group by all
    having date_diff('day', min(day), max(day)) >= 13
),
rhythms as (
    select
        spans.source, spans.name, dayofweek(coverage.day) as weekday,
        cast(sum(coverage.rows) * 1000 as bigint) // (1 + date_diff('day', spans.first_day, spans.last_day) // 7) as per_thousand_weeks
    from spans
    inner join core.coverage as coverage
        on coverage.source = spans.source and coverage.name is not distinct from spans.name
    group by spans.source, spans.name, spans.first_day, spans.last_day, dayofweek(coverage.day)
),
days as (
    select source, name, cast(unnest(generate_series(first_day, $as_of, to_days(1))) as date) as day from spans
),
silent as (
    select days.source, days.name, days.day, coalesce(rhythms.per_thousand_weeks, 0) as expected
    from days
    left join rhythms
        on rhythms.source = days.source and rhythms.name is not distinct from days.name
        and rhythms.weekday = dayofweek(days.day)
    left join core.coverage as coverage
        on coverage.source = days.source and coverage.name is not distinct from days.name and coverage.day = days.day
    where coverage.day is null
),
numbered as (
    select
        silent.*,
        date_diff('day', cast('2000-01-01' as date), day)
        - row_number() over (partition by source, name order by day) as run
    from silent
),
holes as (
    select source, name, min(day) as first_day, max(day) as last_day, sum(expected) // 1000 as expected
    from numbered
    group by source, name, run
    having sum(expected) >= 14000
)
select
    source, name, first_day, last_day,
    concat(
        case source
            when 'orders' then core.say($language, 'commandes', 'orders')
            when 'returns' then core.say($language, 'retours', 'returns')
            when 'refunds' then core.say($language, 'remboursements', 'refunds')
            when 'payments' then core.say($language, 'encaissements', 'payments')
            else core.say($language, 'relevé bancaire', 'bank statement')
        end,
        coalesce(' ' || name, ''), core.say($language, ' : environ ', ': about '), cast(cast(expected as bigint) as varchar),
        core.say($language, ' lignes du ', ' rows from '), strftime(first_day, '%d/%m/%Y'),
        core.say($language, ' au ', ' to '), strftime(last_day, '%d/%m/%Y')
    )
from holes;

insert into core.break_findings
select
    'coverage_hole', null, case when source in ('refunds', 'payments') then name end, null, null, null, null, null, null, null, said,
    core.say($language, 'aucune : un export manque ou s''arrête trop tôt', 'none: an export is missing or stops too early'),
    first_day
from core.coverage_holes;
