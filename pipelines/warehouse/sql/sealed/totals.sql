-- One row: how many documents and entries of sealed months changed, were deleted, or came late.
select
    count(*) filter (where kind = 'changed') as changed, count(*) filter (where kind = 'deleted') as deleted,
    count(*) filter (where kind = 'late') as late
from core.sealed_differences
