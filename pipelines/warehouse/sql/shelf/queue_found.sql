-- One row: how many open breaks the filters let through.
select count(*)::integer
from open_breaks
where ($queue = 'all' or queue = $queue) and ($kind = '' or kind = $kind) and ($text = '' or contains(text, lower($text)))
