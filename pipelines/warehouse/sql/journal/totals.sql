-- One row: how much was posted and lettered.
select
    count(distinct entry_id) as entries, count(*) as lines, cast(coalesce(sum("Debit"), 0) as decimal(18, 2)) as debit,
    count("EcritureLet") as lettered_lines
from core.journal
