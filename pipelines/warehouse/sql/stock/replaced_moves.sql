-- One row per move kept: those gone are taken out, those new are put in, and the counts of what is touched are drawn up again.
delete from core.stock_moves
where (move_id, sku, place) in (select (move_id, sku, place) from changed_moves where change = 'removed');

delete from core.stock_moves
where kind = 'count' and (sku, place) in (select (sku, place) from touched);

insert into core.stock_moves by name
select expected.*, expected.unit_cost as told_cost
from expected_moves as expected
inner join changed_moves as changed
    on changed.move_id = expected.move_id and changed.sku = expected.sku and changed.place = expected.place and changed.change = 'added';

-- A count is the difference between what was counted and what was computed at that instant; moves of the same instant come after it.
insert into core.stock_moves
with counts as (
    select counts.*, row_number() over (partition by counts.sku, counts.place order by counts.counted_at) as rank
    from core.stock_counts as counts
    inner join touched on touched.sku = counts.sku and touched.place = counts.place
),
spans as (
    select counts.*, lag(counted_at) over (partition by sku, place order by counted_at) as previous_at, coalesce(lag(quantity) over (partition by sku, place order by counted_at), 0) as previous
    from counts
),
moved as (
    select spans.sku, spans.place, spans.counted_at, sum(moves.quantity) as quantity
    from spans
    inner join core.stock_moves as moves
        on moves.sku = spans.sku and moves.place = spans.place and moves.moved_at < spans.counted_at
        and moves.moved_at >= coalesce(spans.previous_at, timestamp '1900-01-01')
    group by spans.sku, spans.place, spans.counted_at
)
select
    'count:' || spans.sku || ':' || spans.place || ':' || spans.counted_at, spans.sku, spans.place, 'count', spans.counted_at, spans.counted_on,
    cast(spans.quantity - spans.previous - coalesce(moved.quantity, 0) as decimal(18, 3)), spans.unit_cost, spans.unit_cost, null, null, null, null,
    cast(spans.quantity as varchar) || coalesce(cast(spans.unit_cost as varchar), ''), spans.source_file, spans.source_row
from spans
left join moved on moved.sku = spans.sku and moved.place = spans.place and moved.counted_at = spans.counted_at;
