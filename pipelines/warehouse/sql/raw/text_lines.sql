-- One row per line of a text, whole.
create or replace temp table text_lines as
from read_csv(
    $path, columns = {'line': 'varchar'}, auto_detect = false, delim = chr(1), quote = '', escape = '', header = false,
    max_line_size = 16000000
);
