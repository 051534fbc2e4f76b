-- One row: the bytes of all export files read.
select coalesce(sum(bytes), 0) from raw.files
