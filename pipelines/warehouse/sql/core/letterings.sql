-- One row per lettered line: every line of a balanced group on one account, under the number of the group's first entry.
truncate core.letterings;
insert into core.letterings
with lines as (
    select
        journal.entry_id, journal.line_number, journal."CompteNum" as account, journal."CompAuxNum" as auxiliary,
        journal."JournalCode" || journal."EcritureNum" as entry, journal."EcritureDate" as entry_date,
        journal."Debit" as debit, journal."Credit" as credit, coalesce(groups.root, journal.item) as root
    from core.journal as journal
    left join core.item_groups as groups on groups.item = journal.item
    where journal.item is not null
),

balanced as (
    select root, account, auxiliary, min(entry) as code, max(entry_date) as lettered_on
    from lines
    group by root, account, auxiliary
    having sum(debit) = sum(credit)
)

select balanced.code, lines.account, lines.entry_id, lines.line_number, balanced.lettered_on
from lines
inner join balanced
    on balanced.root = lines.root and balanced.account = lines.account
    and coalesce(balanced.auxiliary, '') = coalesce(lines.auxiliary, '');
update core.journal set "EcritureLet" = letterings.code, "DateLet" = letterings.lettered_on
from core.letterings as letterings
where letterings.entry_id = core.journal.entry_id and letterings.line_number = core.journal.line_number
