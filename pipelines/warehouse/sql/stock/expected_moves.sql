-- One row per move of goods that can be sold, as the sources tell it today; counts come later, as they correct what was computed.
create or replace temp table expected_moves as
with goods as (
    select
        lines.order_id, lines.line_id, coalesce(bundles.sku, lines.sku) as sku,
        cast(lines.quantity * coalesce(bundles.quantity, 1) as decimal(18, 3)) as quantity, lines.source_file, lines.source_row
    from core.order_lines as lines
    left join bundle_components as bundles on bundles.bundle_sku = lines.sku
    where lines.line_type = 'product' and lines.sku is not null and not list_contains($pseudo_skus, lines.sku)
),
sales as (
    select
        'sale:' || goods.order_id || ':' || goods.line_id || ':' || goods.sku as move_id, goods.sku, $place as place, 'sale' as kind,
        coalesce(orders.shipped_at, orders.ordered_at) as moved_at, coalesce(orders.shipped_on, orders.ordered_on) as moved_on,
        cast(-goods.quantity as decimal(18, 3)) as quantity, cast(null as decimal(18, 6)) as unit_cost, goods.order_id, goods.line_id,
        cast(null as varchar) as return_id, cast(null as varchar) as credit_note_number,
        if(orders.shipped_at is null, 'commandée', 'expédiée') as reason, goods.source_file, goods.source_row
    from goods
    inner join core.orders as orders on orders.order_id = goods.order_id
    where goods.quantity <> 0
),
cancelled_notes as (
    select lines.order_id, lines.sku, min(notes.issued_at) as moved_at, min(notes.issued_on) as moved_on, min(notes.credit_note_number) as credit_note_number,
        sum(lines.quantity) as quantity, min(lines.source_file) as source_file, min(lines.source_row) as source_row
    from core.credit_note_lines as lines
    inner join core.credit_notes as notes on notes.credit_note_number = lines.credit_note_number
    where notes.nature = 'cancellation' and notes.state <> 'cancelled' and lines.line_type = 'product' and lines.sku is not null
    group by lines.order_id, lines.sku
),
cancelled_states as (
    select order_id, min(changed_at) as moved_at, min(changed_on) as moved_on
    from core.order_states
    where list_contains($cancelled_states, lower(strip_accents(status)))
    group by order_id
),
ordered as (
    select order_id, sku, sum(quantity) as quantity, min(source_file) as source_file, min(source_row) as source_row from goods group by order_id, sku
),
cancellations as (
    select
        'cancellation:' || ordered.order_id || ':' || ordered.sku as move_id, ordered.sku, $place as place, 'cancellation' as kind,
        greatest(coalesce(notes.moved_at, states.moved_at, orders.updated_at, orders.ordered_at), orders.ordered_at) as moved_at,
        greatest(coalesce(notes.moved_on, states.moved_on, cast(orders.updated_at as date), orders.ordered_on), orders.ordered_on) as moved_on,
        cast(if(notes.order_id is null, ordered.quantity, least(notes.quantity, ordered.quantity)) as decimal(18, 3)) as quantity,
        cast(null as decimal(18, 6)) as unit_cost, ordered.order_id, cast(null as varchar) as line_id, cast(null as varchar) as return_id, notes.credit_note_number,
        'annulée avant l''expédition' as reason, coalesce(notes.source_file, ordered.source_file) as source_file, coalesce(notes.source_row, ordered.source_row) as source_row
    from ordered
    inner join core.orders as orders on orders.order_id = ordered.order_id
    left join cancelled_notes as notes on notes.order_id = ordered.order_id and notes.sku = ordered.sku
    left join cancelled_states as states on states.order_id = ordered.order_id
    where orders.shipped_at is null and orders.delivered_at is null
        and (notes.order_id is not null or list_contains($cancelled_states, lower(strip_accents(orders.status))))
        and ordered.quantity > 0
),
restocks as (
    select
        'restock:' || return_id || ':' || line_number || ':' || sku as move_id, sku, $place as place, 'restock' as kind, received_at as moved_at, received_on as moved_on,
        quantity, cast(null as decimal(18, 6)) as unit_cost, order_id, line_id, return_id, cast(null as varchar) as credit_note_number, reason_code as reason,
        source_file, source_row
    from judged_lines
    where received_at is not null and decided = 'restock' and quantity > 0
),
receipts as (
    select
        'receipt:' || receipt_id || ':' || sku || ':' || place as move_id, sku, place, 'receipt' as kind, received_at as moved_at, received_on as moved_on,
        quantity, unit_cost, cast(null as varchar) as order_id, cast(null as varchar) as line_id, cast(null as varchar) as return_id, cast(null as varchar) as credit_note_number,
        receipt_id as reason, source_file, source_row
    from core.stock_receipts
    where quantity <> 0
),
write_offs as (
    select
        'write_off:' || document || ':' || sku || ':' || row_number() over (partition by document, sku, place order by written_off_at, quantity, source_row, source_file) as move_id,
        sku, place, 'write_off' as kind, written_off_at as moved_at, written_off_on as moved_on, cast(-quantity as decimal(18, 3)) as quantity,
        cast(null as decimal(18, 6)) as unit_cost, cast(null as varchar) as order_id, cast(null as varchar) as line_id, cast(null as varchar) as return_id,
        cast(null as varchar) as credit_note_number, reason, source_file, source_row
    from core.stock_writeoffs
    where quantity <> 0
)
select * from sales
union all
select * from cancellations
union all
select * from restocks
union all
select * from receipts
union all
select * from write_offs;
