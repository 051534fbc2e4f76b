-- One row per file: what became of its rows, each in words. `taken` are the rows some mapping took.
insert into faults
select read.source_row, null, null, null, 'unknown-row', null, null
from numbered as read
anti join (
    select source_row from taken
    union all
    select source_row from set_aside
    union all
    select source_row from faults
) as known using (source_row);
insert into raw.rejected_rows
select
    $source_file, faults.source_row, faults.kind, faults."column", faults."value",
    replace(replace(replace(replace(words.reason,
        '{column}', coalesce(faults."column", '')), '{value}', coalesce(faults."value", '')),
        '{expected}', coalesce(faults.expected, '')), '{found}', coalesce(faults.found, '')),
    replace(replace(replace(replace(words.remedy,
        '{column}', coalesce(faults."column", '')), '{value}', coalesce(faults."value", '')),
        '{expected}', coalesce(faults.expected, '')), '{found}', coalesce(faults.found, '')),
    faults.code, words.expectation
from faults
left join (select unnest($words, recursive := true)) as words using (code);
insert into raw.excluded_rows
select distinct $source_file, set_aside.source_row, null, set_aside.reason
from set_aside
anti join faults using (source_row)
anti join taken using (source_row);
