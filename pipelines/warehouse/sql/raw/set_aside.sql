-- One row per row of the file that its source excludes.
insert into set_aside select source_row, reason from exclusions;
