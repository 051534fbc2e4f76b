-- One row per line of a delimited text, every cell as text, in the order of the file; lines that do not fit are set apart.
create temp table cells as
from read_csv(
    $path, columns = $columns, auto_detect = false, delim = $delimiter, quote = '"', escape = '"', header = false,
    skip = $skip, null_padding = $short_rows, max_line_size = 16000000, parallel = $parallel, store_rejects = true, ignore_errors = true
);
