-- One row per file that could not be read.
select name from raw.refused_files
