-- One row per line whose cells do not fit the header, the first two hundred: its text.
select source_row, "value" from faults where code in ('too-many-cells', 'too-few-cells') order by source_row limit 200
