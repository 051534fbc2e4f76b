-- One row per article of a receipt in each file that has it, exact; the same one twice in a file is two.
create or replace temp table typed as
select
    concat_ws(
        chr(31), lines.receipt_id, lines.sku, coalesce(lines.place, $place),
        row_number() over (
            partition by lines.source_file, lines.receipt_id, lines.sku, coalesce(lines.place, $place)
            order by lines.source_row
        )
    ) as identity,
    null::timestamp as updated_at, 0 as finality, files.latest_at,
    lines.source_file, lines.source_row, local_day(instant_of(lines.received_at), $time_zone) as happened_on,
    lines.receipt_id, lines.sku, coalesce(lines.place, $place) as place, instant_of(lines.received_at) as received_at,
    quantity_of(lines.quantity) as quantity, price_of(lines.unit_cost) as unit_cost
from raw.stock_receipts as lines
inner join raw.files as files on files.sha256 = lines.source_file
anti join raw.rejected_rows as refused using (source_file, source_row);
