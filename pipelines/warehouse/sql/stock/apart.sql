-- One row per returned line that came back and cannot be sold as it is: its original cost and what it loses of it.
delete from core.stock_apart;

insert into core.stock_apart
with back as (
    select
        lines.return_id, lines.line_number, lines.order_id, lines.sku, lines.condition, lines.received_on, lines.received_at, lines.quantity,
        coalesce(
            lines.disposition,
            case
                when lines.condition in ('used', 'damaged') then 'quarantine'
                when list_contains($unsaleable_reasons, lines.reason_code) then 'quarantine'
                else 'restock'
            end
        ) as disposition
    from core.return_lines as lines
    where lines.received_at is not null and not list_contains($pseudo_skus, lines.sku)
),
sold as (
    select order_id, sku, max(moved_at) as sold_at from core.stock_moves where kind = 'sale' group by order_id, sku
),
costed as (
    select back.return_id, back.line_number, max_by(coalesce(costs.average_cost, costs.unit_cost), costs.entry) as unit_cost
    from back
    inner join sold on sold.order_id = back.order_id and sold.sku = back.sku
    inner join core.stock_costs as costs on costs.sku = back.sku and costs.place = $place and costs.moved_at <= sold.sold_at
    group by back.return_id, back.line_number
)
select
    back.return_id, back.line_number, back.sku, $place, back.disposition, back.condition, back.received_on, back.quantity, costed.unit_cost,
    cast(round(back.quantity * costed.unit_cost, 2) as decimal(18, 2)),
    cast(round(round(back.quantity * costed.unit_cost, 2) * case when back.disposition in ('refurbish', 'quarantine') then $write_down_percent else 100 end * 0.01, 2) as decimal(18, 2))
from back
left join costed on costed.return_id = back.return_id and costed.line_number = back.line_number
where back.disposition not in ('restock', 'not_returned', 'lost_in_transit', 'wrong_item');
