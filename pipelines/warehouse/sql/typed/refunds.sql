-- One row per movement in each file that has it, exact; a pending one is less far than a final one.
create or replace temp table typed as
select
    concat_ws(chr(31), lines.provider, lines.refund_id, lines.type) as identity,
    instant_of(lines.updated_at) as updated_at, case lines.status when 'pending' then 0 else 1 end as finality, files.latest_at,
    lines.source_file, lines.source_row, local_day(instant_of(lines.created_at), $time_zone) as happened_on,
    lines.provider, lines.refund_id, lines.type, lines.status, lines.payment_id, lines.order_reference,
    lines.credit_note_number, lines.customer_email, instant_of(lines.created_at) as created_at,
    amount_of(lines.gross) as gross, amount_of(lines.fee) as fee, amount_of(lines.net) as net, lines.currency,
    amount_of(lines.settlement_gross) as settlement_gross, lines.settlement_currency, lines.payout_id,
    lines.description
from raw.refunds as lines
inner join raw.files as files on files.sha256 = lines.source_file
anti join raw.rejected_rows as refused using (source_file, source_row);
