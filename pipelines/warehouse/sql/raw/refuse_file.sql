-- One row per file that cannot be read, with the formats known when it was tried.
delete from raw.refused_files where name = $name;
insert into raw.refused_files values ($sha256, $name, $code, $reason, $remedy, $formats);
