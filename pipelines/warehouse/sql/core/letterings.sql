-- One row per lettered line: every line of a balanced group on one account, under the number of the group's first entry.
truncate core.letterings;
insert into core.letterings
with items as (
    select entry_id, line_number, account, auxiliary, journal || number as entry, booked_on, amount, item
    from numbered_lines
    where item is not null
    union all
    select
        entry_id, line_number, "CompteNum", "CompAuxNum", "JournalCode" || "EcritureNum", "EcritureDate",
        cast("Debit" - "Credit" as decimal(18, 2)), item
    from core.sealed_lines
    where item is not null
),

lines as (
    select
        items.entry_id, items.line_number, items.account, coalesce(items.auxiliary, '') as auxiliary, items.entry, items.booked_on,
        items.amount, coalesce(groups.root, items.item) as root
    from items
    left join core.item_groups as groups on groups.item = items.item
),

balanced as (
    select root, account, auxiliary, min(entry) as code, max(booked_on) as lettered_on
    from lines
    group by root, account, auxiliary
    having sum(amount) = 0
)

select balanced.code, lines.account, lines.entry_id, lines.line_number, balanced.lettered_on
from lines
inner join balanced on balanced.root = lines.root and balanced.account = lines.account and balanced.auxiliary = lines.auxiliary
