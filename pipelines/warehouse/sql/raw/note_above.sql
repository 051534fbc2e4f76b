-- One row per line that stands above the header of the file in hand.
insert into above select generate_subscripts($lines, 1), unnest($lines);
