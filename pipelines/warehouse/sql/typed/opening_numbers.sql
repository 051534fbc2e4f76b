-- One row per number taken over in each file that has it.
create or replace temp table typed as
select
    lines.document_number as identity, null::timestamp as updated_at, 0 as finality, files.latest_at, lines.source_file, lines.source_row,
    day_of(lines.given_on) as happened_on, lines.document_number
from raw.opening_numbers as lines
inner join raw.files as files on files.sha256 = lines.source_file
anti join raw.rejected_rows as refused using (source_file, source_row);
