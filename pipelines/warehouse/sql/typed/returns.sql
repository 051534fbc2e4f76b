-- One row per line of a return in each file that has it, exact; the same key twice in a file is two lines.
create or replace temp table typed as
select
    concat_ws(
        chr(31), lines.return_id, coalesce(lines.line_id, ''), lines.sku,
        row_number() over (
            partition by lines.source_file, lines.return_id, lines.line_id, lines.sku order by lines.source_row
        )
    ) as identity,
    null::timestamp as updated_at, 0 as finality, files.latest_at,
    lines.source_file, lines.source_row, local_day(instant_of(lines.notified_at), $time_zone) as happened_on,
    lines.return_id, lines.order_id, lines.line_id, lines.sku, quantity_of(lines.quantity) as quantity,
    instant_of(lines.notified_at) as notified_at, instant_of(lines.sent_at) as sent_at,
    instant_of(lines.received_at) as received_at, lines.reason_code, lines.reason_text, lines.legal_basis,
    lines.condition, lines.disposition, lines.carriage_paid_by, amount_of(lines.carriage_cost) as carriage_cost,
    amount_of(lines.label_withheld) as label_withheld, amount_of(lines.carriage_repaid) as carriage_repaid,
    amount_of(lines.depreciation) as depreciation, amount_of(lines.fee_kept) as fee_kept
from raw.returns as lines
inner join raw.files as files on files.sha256 = lines.source_file
anti join raw.rejected_rows as refused using (source_file, source_row);
