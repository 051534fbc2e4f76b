-- One row per row of the file, with the line it stands on: rows and lines go together.
select rowid - (select min(rowid) from cells) + $skip + 1 as source_row, cells.*
from cells
