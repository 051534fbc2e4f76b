-- One row per counted article in each file that has it, exact.
create or replace temp table typed as
select
    concat_ws(chr(31), lines.sku, coalesce(lines.place, $place), instant_of(lines.counted_at)) as identity,
    null::timestamp as updated_at, 0 as finality, files.latest_at,
    lines.source_file, lines.source_row, local_day(instant_of(lines.counted_at), $time_zone) as happened_on,
    lines.sku, coalesce(lines.place, $place) as place, instant_of(lines.counted_at) as counted_at,
    quantity_of(lines.quantity) as quantity, price_of(lines.unit_cost) as unit_cost
from raw.stock_counts as lines
inner join raw.files as files on files.sha256 = lines.source_file
anti join raw.rejected_rows as refused using (source_file, source_row);
