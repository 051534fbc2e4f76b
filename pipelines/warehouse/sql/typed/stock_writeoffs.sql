-- One row per write-off in each file that has it, exact; its source says which is which.
create or replace temp table typed as
select
    concat_ws(chr(31), lines.document, lines.sku) as identity,
    null::timestamp as updated_at, 0 as finality, files.latest_at,
    lines.source_file, lines.source_row, local_day(instant_of(lines.written_off_at), $time_zone) as happened_on,
    lines.sku, coalesce(lines.place, $place) as place, instant_of(lines.written_off_at) as written_off_at,
    quantity_of(lines.quantity) as quantity, lines.reason, lines.document
from raw.stock_writeoffs as lines
inner join raw.files as files on files.sha256 = lines.source_file
anti join raw.rejected_rows as refused using (source_file, source_row);
