-- One row per row of a file, among those with something excluded, of which something is used.
insert into used_rows
select distinct used.source_file, used.source_row
from used
semi join raw.excluded_rows as excluded using (source_file, source_row);
