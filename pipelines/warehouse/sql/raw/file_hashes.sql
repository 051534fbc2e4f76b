-- One row per export file read.
select sha256 from raw.files order by sha256
