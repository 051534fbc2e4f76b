-- One row per run of days on which a source is silent although its rhythm, weekday by weekday, promised fourteen rows or more:
-- by chance that happens once in a million. The rhythm is that of the four weeks before the silence and, once the source
-- speaks again, of the four weeks after it, whichever is lower: neither a slow start nor one old row makes a promise.
truncate core.coverage_holes;

insert into core.coverage_holes
with spans as (
    select source, name, min(day) as first_day, max(day) as last_day
    from core.coverage
    group by all
    having date_diff('day', min(day), max(day)) >= 13
),
days as (
    select source, name, cast(unnest(generate_series(first_day, $as_of, to_days(1))) as date) as day from spans
),
silent as (
    select days.source, days.name, days.day
    from days
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
silences as (
    select
        numbered.source, numbered.name, min(numbered.day) as first_day, max(numbered.day) as last_day,
        greatest(2, least(4, date_diff('day', any_value(spans.first_day), min(numbered.day)) // 7)) as weeks_before,
        greatest(2, least(4, date_diff('day', max(numbered.day), any_value(spans.last_day)) // 7)) as weeks_after,
        max(numbered.day) > any_value(spans.last_day) as is_last
    from numbered
    inner join spans on spans.source = numbered.source and spans.name is not distinct from numbered.name
    group by numbered.source, numbered.name, numbered.run
),
spoken as (
    select
        silences.source, silences.name, silences.first_day, dayofweek(coverage.day) as weekday,
        coalesce(sum(coverage.rows) filter (where coverage.day < silences.first_day), 0) as rows_before,
        coalesce(sum(coverage.rows) filter (where coverage.day > silences.last_day), 0) as rows_after
    from silences
    inner join core.coverage as coverage
        on coverage.source = silences.source and coverage.name is not distinct from silences.name
        and coverage.day between silences.first_day - 28 and silences.last_day + 28
    group by silences.source, silences.name, silences.first_day, dayofweek(coverage.day)
),
rhythms as (
    select
        silences.source, silences.name, silences.first_day, spoken.weekday,
        case
            when silences.is_last then spoken.rows_before * 1000 // silences.weeks_before
            else least(
                spoken.rows_before * 1000 // silences.weeks_before, spoken.rows_after * 1000 // silences.weeks_after
            )
        end as per_thousand_weeks
    from silences
    inner join spoken
        on spoken.source = silences.source and spoken.name is not distinct from silences.name
        and spoken.first_day = silences.first_day
    qualify sum(spoken.rows_before) over (partition by silences.source, silences.name, silences.first_day) >= 14
),
promised as (
    select
        silences.source, silences.name, silences.first_day, silences.last_day,
        cast(unnest(generate_series(silences.first_day, silences.last_day, to_days(1))) as date) as day
    from silences
),
holes as (
    select promised.source, promised.name, promised.first_day, promised.last_day, sum(rhythms.per_thousand_weeks) // 1000 as expected
    from promised
    inner join rhythms
        on rhythms.source = promised.source and rhythms.name is not distinct from promised.name
        and rhythms.first_day = promised.first_day and rhythms.weekday = dayofweek(promised.day)
    group by promised.source, promised.name, promised.first_day, promised.last_day
    having sum(rhythms.per_thousand_weeks) >= 14000
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
from holes
union all
select
    'bank', account, first_day, last_day,
    concat(
        core.say($language, 'relevé bancaire ', 'bank statement '), account, core.say($language, ' : du ', ': from '),
        strftime(first_day, '%d/%m/%Y'), core.say($language, ' au ', ' to '), strftime(last_day, '%d/%m/%Y'),
        core.say($language, ' le solde écrit bouge de ', ' the stated balance moves by '), core.in_words($language, stated_move, currency),
        core.say($language, ', les lignes lues de ', ', the lines read by '), core.in_words($language, read_move, currency)
    )
from core.statement_gaps;

insert into core.break_findings
select
    'coverage_hole', null, case when source in ('refunds', 'payments') then name end, null, null, null, null, null, null, null, said,
    core.say($language, 'aucune : un export manque ou s''arrête trop tôt', 'none: an export is missing or stops too early'),
    first_day
from core.coverage_holes;
