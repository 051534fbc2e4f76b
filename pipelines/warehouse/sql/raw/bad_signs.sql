-- One row per cell that is negative where its row may not be.
insert into faults
with wide as (
    select bad.source_row, rule.name, rule.beside, rule.exempt, to_json(bad) as cells
    from bad
    cross join (select unnest($positive, recursive := true)) as rule
)
select source_row, $kind, name, cells ->> name, 'negative', beside, cells ->> beside
from wide
where price_of(cells ->> name) < 0 and not coalesce(list_contains(exempt, cells ->> beside), false);
