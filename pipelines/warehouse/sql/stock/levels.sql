-- One row per move of what is touched, in the order it happened, then of its id: thousandths moved, the level it leaves, how many entries came before it, itself included.
create or replace temp table placed as
select
    touched.item, moves.moved_on, cast(moves.quantity * 1000 as bigint) as moved, cast(moves.told_cost * 1000000 as bigint) as cost,
    moves.kind = 'sale' as is_sale, if(moves.kind in ('sale', 'restock', 'cancellation'), hash(moves.order_id), null) as order_key,
    hash(moves.move_id) as identity,
    epoch_us(moves.moved_at) * 8
        + case moves.kind when 'count' then 0 when 'receipt' then 1 when 'restock' then 2 when 'cancellation' then 3 when 'write_off' then 4 else 5 end as turn
from core.stock_moves as moves
inner join touched on touched.sku = moves.sku and touched.place = moves.place;

-- Ties are few, and only they need their ids, which are long to sort.
create or replace temp table tied as
with shared as (
    select item, turn from placed group by item, turn having count(*) > 1
),
met as (
    select placed.item, placed.identity from placed inner join shared on shared.item = placed.item and shared.turn = placed.turn
)
select met.item, met.identity, row_number() over (order by moves.move_id) as tie
from met
inner join touched on touched.item = met.item
inner join core.stock_moves as moves on moves.sku = touched.sku and moves.place = touched.place and hash(moves.move_id) = met.identity;

create or replace temp table levels as
with ordered as (
    select placed.*, coalesce(tied.tie, 0) as tie
    from placed
    left join tied on tied.item = placed.item and tied.identity = placed.identity
)
select
    item, turn, identity, moved_on, moved, cost, is_sale, order_key,
    row_number() over history as rank, cast(sum(moved) over history as bigint) as level, cast(sum(if(moved > 0, 1, 0)) over history as bigint) as entry
from ordered
window history as (partition by item order by turn, tie rows between unbounded preceding and current row);
