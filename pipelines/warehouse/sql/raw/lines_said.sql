-- One row per reading of a document, with the line it says it was read from.
select cast(source_row as bigint) as source_row, cells.* exclude (source_row) from cells
