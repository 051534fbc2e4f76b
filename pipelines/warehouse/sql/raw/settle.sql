-- One row per file: what became of its rows, each in words. `taken` are the rows some mapping took.
insert into faults
select read.source_row, null, null, null, 'unknown-row', null, null
from numbered as read
where read.source_row not in (select source_row from taken)
    and read.source_row not in (select source_row from set_aside)
    and read.source_row not in (select source_row from faults);
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
where set_aside.source_row not in (select source_row from faults)
    and set_aside.source_row not in (select source_row from taken);
