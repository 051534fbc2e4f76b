-- One row per sighting that is not used, with why: dated after the day looked from, the same again, or a later version.
create or replace temp table outcomes as
with contested as (
    select identity from typed where happened_on <= $as_of group by identity having count(*) > 1
),
sightings as (
    select
        typed.rowid as place, typed.identity, typed.updated_at, typed.finality, typed.latest_at, typed.source_file,
        typed.source_row,
        cast(row(*columns(typed.* exclude (identity, latest_at, source_file, source_row))) as varchar) as content
    from typed
    semi join contested using (identity)
    where typed.happened_on <= $as_of
),
ranked as (
    select place, content, row_number() over best as rank, first_value(content) over best as kept
    from sightings
    window best as (
        partition by identity
        order by
            coalesce(local_day(updated_at, $time_zone) <= $as_of, true) desc, updated_at desc nulls last, finality desc,
            latest_at desc, source_file desc, content desc, source_row
    )
)
select place, case when content = kept then 'duplicate' else 'superseded' end as reason from ranked where rank > 1
union all
select rowid, 'after_as_of' from typed where happened_on > $as_of;
insert into raw.excluded_rows
select typed.source_file, typed.source_row, $kind, outcomes.reason
from typed
inner join outcomes on outcomes.place = typed.rowid;
