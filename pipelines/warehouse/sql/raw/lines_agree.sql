-- One row: whether every row read, and every line refused, has a line of its own.
select
    (select count(*) from cells) = count(*) filter (where not is_torn)
    and (select count(distinct line) from reject_errors) = count(*) filter (where is_torn)
from line_numbers
