-- One row per payout in each file that has it, exact.
create or replace temp table typed as
select
    concat_ws(chr(31), lines.provider, lines.payout_id) as identity,
    null::timestamp as updated_at, 0 as finality, files.latest_at,
    lines.source_file, lines.source_row, local_day(instant_of(lines.paid_at), $time_zone) as happened_on,
    lines.provider, lines.payout_id, instant_of(lines.paid_at) as paid_at, amount_of(lines.amount) as amount,
    lines.currency, lines.bank_reference
from raw.payouts as lines
inner join raw.files as files on files.sha256 = lines.source_file
anti join raw.rejected_rows as refused using (source_file, source_row);
