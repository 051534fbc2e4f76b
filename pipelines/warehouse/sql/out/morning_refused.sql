-- One row per row of an export refused, the last file first.
select
    coalesce(files.name, rejected.source_file) as name, rejected.source_row, rejected."column", rejected.reason, rejected.remedy
from raw.rejected_rows as rejected
left join raw.files as files on files.sha256 = rejected.source_file
order by name desc, rejected.source_row
limit $count
