-- One row per staged row, as the source reshapes it.
create temp table reshaped as from reshaping;
drop view staged;
create temp view staged as from reshaped;
