-- One row per returned article: what one cost as it left; then those set apart, and those on their way back until they arrive.
create or replace temp table costs_as_sold as
with sold as (
    select order_id, sku, max(moved_at) as sold_at
    from core.stock_moves
    where kind = 'sale' and order_id in (select order_id from judged_lines)
    group by order_id, sku
),
costs as (
    select sku, moved_at, max_by(coalesce(average_cost, unit_cost), entry) as unit_cost
    from core.stock_costs
    where place = $place and sku in (select sku from judged_lines)
    group by sku, moved_at
),
firsts as (
    select sku, min_by(unit_cost, moved_at) as unit_cost from costs group by sku
)
select judged.return_id, judged.line_number, judged.sku, coalesce(costs.unit_cost, firsts.unit_cost) as unit_cost
from judged_lines as judged
inner join sold on sold.order_id = judged.order_id and sold.sku = judged.sku
asof left join costs on costs.sku = sold.sku and costs.moved_at <= sold.sold_at
left join firsts on firsts.sku = judged.sku;

delete from core.stock_apart;

insert into core.stock_apart
select
    judged.return_id, judged.line_number, judged.sku, $place, judged.decided, judged.condition, judged.received_on, judged.quantity, sold.unit_cost,
    cast(round(judged.quantity * sold.unit_cost, 2) as decimal(18, 2)),
    cast(
        round(
            cast(round(judged.quantity * sold.unit_cost, 2) as decimal(18, 2)) * if(judged.decided in ('refurbish', 'quarantine'), $write_down_percent, 100) * 0.01, 2
        ) as decimal(18, 2)
    )
from judged_lines as judged
left join costs_as_sold as sold on sold.return_id = judged.return_id and sold.line_number = judged.line_number and sold.sku = judged.sku
where judged.received_at is not null and judged.decided not in ('restock', 'not_returned', 'lost_in_transit', 'wrong_item');

delete from core.stock_in_transit;

insert into core.stock_in_transit
select
    judged.return_id, judged.line_number, judged.order_id, judged.sku, $place, returns.notified_on, returns.sent_on, judged.received_on, judged.quantity, sold.unit_cost,
    cast(round(judged.quantity * sold.unit_cost, 2) as decimal(18, 2)),
    date_diff('day', coalesce(returns.sent_on, returns.notified_on), coalesce(judged.received_on, cast($as_of as date)))
from judged_lines as judged
inner join core.returns as returns on returns.return_id = judged.return_id
left join costs_as_sold as sold on sold.return_id = judged.return_id and sold.line_number = judged.line_number and sold.sku = judged.sku
where (judged.received_at is not null or judged.decided not in ('not_returned', 'lost_in_transit')) and returns.notified_on <= $as_of;
