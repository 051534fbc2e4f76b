-- One row per balance in each file that has it, exact.
create or replace temp table typed as
select
    concat_ws(chr(31), lines.provider, instant_of(lines.as_of), lines.currency) as identity,
    null::timestamp as updated_at, 0 as finality, files.latest_at,
    lines.source_file, lines.source_row, local_day(instant_of(lines.as_of), $time_zone) as happened_on,
    lines.provider, instant_of(lines.as_of) as as_of_at, lines.currency, amount_of(lines.available) as available,
    amount_of(lines.pending) as pending
from raw.provider_balances as lines
inner join raw.files as files on files.sha256 = lines.source_file
anti join raw.rejected_rows as refused using (source_file, source_row);
