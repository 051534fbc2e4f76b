-- One row per file, or container of files, that was read.
select sha256 from raw.files where format <> 'refused'
union
select container from raw.files where container is not null
