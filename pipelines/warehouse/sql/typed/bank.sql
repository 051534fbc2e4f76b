-- One row per bank line in each file that has it, exact.
create or replace temp table typed as
select
    concat_ws(chr(31), lines.account, lines.line_id) as identity,
    null::timestamp as updated_at, 0 as finality, files.latest_at,
    lines.source_file, lines.source_row, day_of(lines.booked_on) as happened_on,
    lines.account, lines.line_id, day_of(lines.booked_on) as booked_on, amount_of(lines.amount) as amount,
    lines.currency, lines.label, lines.reference
from raw.bank as lines
inner join raw.files as files on files.sha256 = lines.source_file
anti join raw.rejected_rows as refused using (source_file, source_row);
