-- One row per article received from a supplier, in the plain format, written to $path.
copy (
    select receipt_id, sku, 'principal' as place, sample.iso(received_at) as received_at, quantity, unit_cost
    from sample.stock_receipts, sample.settings
    where stock_receipts.received_at < ends_at
    order by receipt_id
) to $path (format csv, header);
