-- One row per move the shop made of its own stock, written to $path.
copy (
    select order_id, sku, sample.iso(moved_at) as moved_at, moves.quantity, kind
    from sample.shop_moves as moves inner join sample.orders using (number)
    order by moves.moved_at, order_id, sku, kind
) to $path (format csv, header);
