-- One row per payment in each file that has it, exact.
create or replace temp table typed as
select
    concat_ws(chr(31), lines.provider, lines.payment_id) as identity,
    null::timestamp as updated_at, case when starts_with(files.format, lines.provider) then 1 else 0 end as finality, files.latest_at,
    lines.source_file, lines.source_row, local_day(instant_of(lines.captured_at), $time_zone) as happened_on,
    lines.provider, lines.payment_id, lines.order_id, lines.method, instant_of(lines.captured_at) as captured_at,
    amount_of(lines.amount) as amount, lines.currency, amount_of(lines.fee) as fee, amount_of(lines.net) as net,
    lines.payout_id, amount_of(lines.settlement_amount) as settlement_amount, lines.settlement_currency
from raw.payments as lines
inner join raw.files as files on files.sha256 = lines.source_file
anti join raw.rejected_rows as refused using (source_file, source_row);
