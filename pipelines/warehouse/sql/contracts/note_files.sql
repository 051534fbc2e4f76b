-- One row per file whose rows were held to their contracts.
insert into raw.contracted_files
select sha256 from raw.files
where format <> 'refused' and sha256 not in (select sha256 from raw.contracted_files);
