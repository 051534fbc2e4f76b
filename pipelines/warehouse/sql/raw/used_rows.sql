-- One row per sighting that is used; of the rows of files with something excluded, those of which something is.
create or replace temp view used as
select typed.rowid as sighting, typed.* from typed anti join outcomes on outcomes.place = typed.rowid;
insert into used_rows
select distinct used.source_file, used.source_row
from used
semi join raw.excluded_rows as excluded using (source_file, source_row);
