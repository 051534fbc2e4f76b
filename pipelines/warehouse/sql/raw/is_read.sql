-- One row when a file, or a member of another, was read before.
select 1 from raw.files where sha256 = $sha256 and format <> 'refused'
