-- One row per row of the file that its source refuses.
insert into faults (source_row, "column", "value", code) select source_row, "column", "value", code from rejections;
