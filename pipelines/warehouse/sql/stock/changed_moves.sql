-- One row per move that is new, gone or told otherwise since the last count; then one row per sku and place it touches.
create or replace temp table changed_moves as
select expected.move_id, expected.sku, expected.place, 'added' as change
from expected_moves as expected
left join core.stock_moves as moves
    on moves.move_id = expected.move_id and moves.sku = expected.sku and moves.place = expected.place and moves.moved_at = expected.moved_at
    and moves.quantity = expected.quantity and moves.told_cost is not distinct from expected.unit_cost
where moves.move_id is null
union all
select moves.move_id, moves.sku, moves.place, 'removed'
from core.stock_moves as moves
left join expected_moves as expected
    on moves.move_id = expected.move_id and moves.sku = expected.sku and moves.place = expected.place and moves.moved_at = expected.moved_at
    and moves.quantity = expected.quantity and moves.told_cost is not distinct from expected.unit_cost
where expected.move_id is null and moves.kind <> 'count';

create or replace temp table touched as
with counted as (
    select sku, place, counted_at as moved_at, cast(quantity as varchar) || coalesce(cast(unit_cost as varchar), '') as told from core.stock_counts
),
known as (
    select sku, place, moved_at, reason as told from core.stock_moves where kind = 'count'
),
differing as (
    select coalesce(counted.sku, known.sku) as sku, coalesce(counted.place, known.place) as place
    from counted
    full join known on known.sku = counted.sku and known.place = counted.place and known.moved_at = counted.moved_at and known.told = counted.told
    where known.sku is null or counted.sku is null
),
gathered as (
    select sku, place from changed_moves
    union all
    select sku, place from differing
)
select row_number() over () as item, sku, place from (select distinct sku, place from gathered) as distinct_items;
