-- One row per line of a return, numbered in an order that no file decides.
insert into core.return_lines
select
    return_id, row_number() over (partition by return_id order by line_id nulls last, sku, identity), order_id, line_id,
    sku, quantity, known_by(received_at, $time_zone, $as_of),
    local_day(known_by(received_at, $time_zone, $as_of), $time_zone), reason_code, reason_text, condition, disposition,
    source_file, source_row
from used;
