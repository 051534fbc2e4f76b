-- One row: the format of the file in hand and the days it speaks of.
select format, period_from, period_to from raw.files where sha256 = $source_file
