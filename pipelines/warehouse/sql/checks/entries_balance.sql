-- One row: how many entries do not balance.
with entries as (
    select entry_id, sum("Debit") - sum("Credit") as gap
    from core.journal
    group by entry_id
)

select count(*) from entries where gap <> 0
