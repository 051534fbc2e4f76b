-- One row per article the shop put back without having come: what it makes of its stock, at cost.
insert into core.break_findings
with notes as (
    select order_id, max(credit_note_number) as credit_note_number from core.credit_notes where nature = 'return' group by order_id
),
costs as (
    select sku, place, max_by(unit_cost, day) as unit_cost from core.stock_positions group by sku, place
)
select
    faults.kind, notes.credit_note_number, null, null, faults.order_id, faults.sku, null,
    cast(round(faults.quantity * coalesce(costs.unit_cost, 0), 2) as decimal(18, 2)), orders.currency, null, faults.expected, faults.found, faults.since_on
from core.restock_faults as faults
left join core.orders as orders on orders.order_id = faults.order_id
left join notes on notes.order_id = faults.order_id
left join costs on costs.sku = faults.sku and costs.place = faults.place
where faults.kind = 'restock_without_receipt'
