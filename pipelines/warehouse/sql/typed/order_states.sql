-- One row per change of state in each file that has it, exact.
create or replace temp table typed as
select
    concat_ws(chr(31), lines.order_id, lines.status, instant_of(lines."at")) as identity,
    null::timestamp as updated_at, 0 as finality, files.latest_at,
    lines.source_file, lines.source_row, local_day(instant_of(lines."at"), $time_zone) as happened_on,
    lines.order_id, lines.status, instant_of(lines."at") as changed_at
from raw.order_states as lines
inner join raw.files as files on files.sha256 = lines.source_file
anti join raw.rejected_rows as refused using (source_file, source_row);
