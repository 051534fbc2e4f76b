-- One row per change of state by which the shop put goods back; then per order what could rightly answer it.
create or replace temp table restocking_events as
select
    order_id, status, changed_at, changed_on, row_number() over (partition by order_id order by changed_at, status) as rank
from (
    select distinct order_id, status, changed_at, changed_on
    from core.order_states
    where list_contains($restocking_states, lower(strip_accents(status)))
) as distinct_events;

create or replace temp table answered as
with returned as (
    select return_id, order_id, min(received_at) as received_at from core.return_lines where received_at is not null group by return_id, order_id
),
counted as (
    select order_id, count(*) as returns from returned group by order_id
),
cancelled as (
    select distinct order_id from core.stock_moves where kind = 'cancellation'
)
select
    orders.order_id, coalesce(counted.returns, 0) + if(cancelled.order_id is null, 0, 1) as answers,
    coalesce(counted.returns, 0) as returns, cancelled.order_id is not null as is_cancelled
from (select order_id from restocking_events union select order_id from counted) as orders
left join counted on counted.order_id = orders.order_id
left join cancelled on cancelled.order_id = orders.order_id;

-- When the shop put back what we counted: the first such change of state from the day before the goods came.
create or replace temp table put_back as
select moves.move_id, moves.order_id, moves.sku, moves.place, moves.quantity, moves.moved_at, moves.kind, min(events.changed_at) as put_back_at
from core.stock_moves as moves
left join restocking_events as events
    on events.order_id = moves.order_id and events.changed_at >= moves.moved_at - interval 1 day
where moves.kind in ('restock', 'cancellation')
group by moves.move_id, moves.order_id, moves.sku, moves.place, moves.quantity, moves.moved_at, moves.kind;
