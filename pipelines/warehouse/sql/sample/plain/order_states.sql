-- One row per change of an order's state, in the plain format, written to $path.
copy (
    select order_id, status, sample.iso(changed_at) as "at" from sample.order_states order by changed_at, number, status
) to $path (format csv, header);
