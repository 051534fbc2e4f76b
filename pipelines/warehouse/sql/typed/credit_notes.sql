-- One row per credit note line in each file that has it, exact; without a line id, the same line twice in a file is two.
create or replace temp table typed as
with exact as (
    select
        lines.source_file, lines.source_row, files.latest_at,
        lines.credit_note_number, instant_of(lines.issued_at) as issued_at, lines.order_id, lines.invoice_number,
        day_of(lines.invoice_date) as invoice_date, lines.nature, lines.settlement, lines.currency, lines.line_id,
        lines.line_type, lines.sku, lines.title, quantity_of(lines.quantity) as quantity,
        price_of(lines.unit_price_net) as unit_price_net, price_of(lines.unit_price_gross) as unit_price_gross,
        rate_of(lines.vat_rate) as vat_rate, lines.reason_code, lines.provider_refund_id,
        lines.customer_id,
        lines.origin_order_id, lines.origin_line_id
    from raw.credit_notes as lines
    inner join raw.files as files on files.sha256 = lines.source_file
    anti join raw.rejected_rows as refused using (source_file, source_row)
),
worded as (
    select exact.*, cast(row(*columns(exact.* exclude (source_file, source_row, latest_at))) as varchar) as content
    from exact
)
select
    concat_ws(
        chr(31), credit_note_number, line_id, case when line_id is null then md5(content) end,
        case
            when line_id is null
                then row_number() over (partition by source_file, credit_note_number, line_id, content order by source_row)
        end
    ) as identity,
    null::timestamp as updated_at, 0 as finality, latest_at, source_file, source_row,
    local_day(issued_at, $time_zone) as happened_on,
    worded.* exclude (latest_at, source_file, source_row, content)
from worded;
