-- One row per file: a row is excluded when nothing that came of it is used.
update raw.files
set rows_excluded = outcomes.excluded, rows_used = files.rows_read - files.rows_rejected - outcomes.excluded
from (
    with excluded as (
        select distinct source_file, source_row from raw.excluded_rows
    ),
    used as (
        select source_file, source_row from used_rows
    ),
    unused as (
        select source_file, count(*) as excluded from (from excluded anti join used using (source_file, source_row))
        group by source_file
    )
    select files.sha256, coalesce(unused.excluded, 0) as excluded
    from raw.files as files
    left join unused on unused.source_file = files.sha256
) as outcomes
where outcomes.sha256 = files.sha256;
