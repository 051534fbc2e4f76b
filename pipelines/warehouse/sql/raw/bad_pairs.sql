-- One row per pair of columns of which a row fills both or neither.
insert into faults
with wide as (
    select bad.source_row, pair.rule, pair.one, pair.other, to_json(bad) as cells
    from bad
    cross join (select unnest($pairs, recursive := true)) as pair
),
filled as (
    select
        source_row, rule, one, other, cells ->> one as one_value, cells ->> other as other_value
    from wide
)
select
    source_row, $kind, one, one_value,
    case when one_value is null then 'neither-column' else 'both-columns' end, other, other_value
from filled
where (rule = 'one_of' and (one_value is null) = (other_value is null))
    or (rule = 'at_most_one' and one_value is not null and other_value is not null);
