-- One row per file that cannot be read: noted among the files with no rows, and tried again once other formats are known.
delete from raw.rejected_rows where source_file in (select sha256 from raw.refused_files where name = $name);
delete from raw.files where format = 'refused' and sha256 in (select sha256 from raw.refused_files where name = $name);
delete from raw.refused_files where name = $name;
delete from raw.rejected_rows where source_file = $sha256 and source_row = 0;
insert into raw.refused_files values ($sha256, $name, $code, $reason, $remedy, $formats);
insert into raw.rejected_rows values ($sha256, 0, null, null, null, $reason, $remedy, $code, null);
insert or replace into raw.files (sha256, name, format, bytes, rows_read, rows_used, rows_excluded, rows_rejected)
values ($sha256, $name, 'refused', $bytes, 0, 0, 0, 0);
