-- One row per file read: what became of its rows, and the days it speaks of.
delete from raw.refused_files where sha256 = $sha256;
delete from raw.rejected_rows where source_file = $sha256 and source_row = 0;
delete from raw.files where sha256 = $sha256 and format = 'refused';
insert into raw.files (
    sha256, container, name, format, bytes, rows_read, rows_used, rows_excluded, rows_rejected, period_from, period_to, latest_at,
    control_totals
)
values (
    $sha256, $container, $name, $format, $bytes, $rows_read, $rows_used, $rows_excluded, $rows_rejected,
    cast($period_from as date), cast($period_to as date), $latest_at,
    cast($control_totals as json)
);
