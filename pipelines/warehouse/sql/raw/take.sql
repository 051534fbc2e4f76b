-- One row per row of one kind that a mapping gave and that reads well.
insert into taken select source_row, $kind from taken_rows;
