-- One row per file whose rows were not held to their contracts yet.
select sha256 from raw.files
where format <> 'refused' and sha256 not in (select sha256 from raw.contracted_files)
order by sha256
