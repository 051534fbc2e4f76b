-- One row per reason of exclusion in the file in hand: how many rows.
select reason, count(*) from raw.excluded_rows where source_file = $source_file group by reason order by 1
