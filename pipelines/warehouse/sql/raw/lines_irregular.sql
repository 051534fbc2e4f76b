-- One row per row of the file, with the line it starts on.
select line_numbers.line + $cut as source_row, cells.*
from cells
inner join line_numbers
    on line_numbers.rank = cells.rowid - (select min(rowid) from cells) and not line_numbers.is_torn
