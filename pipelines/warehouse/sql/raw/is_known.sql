-- One row when a file needs no reading: it was read, or was refused when no other formats were known.
select 1 from raw.files where (sha256 = $sha256 or container = $sha256) and format <> 'refused'
union all
select 1 from raw.refused_files where sha256 = $sha256 and formats = $formats
limit 1
