-- One row per reason of refusal in the file in hand: how many rows, the first of them, and its words.
select code, count(distinct source_row), min(source_row), arg_min(reason, source_row), arg_min(remedy, source_row)
from raw.rejected_rows
where source_file = $source_file
group by code
order by 3, 1
