-- One row per sealed entry line that the journal tells otherwise, no longer holds, or holds in too much.
with sealed as (
    select
        month, "JournalCode" || ' ' || "EcritureNum" || ' / ' || line_number as what,
        "EcritureDate" || ' ' || "CompteNum" || coalesce("CompAuxNum", '') || ' ' || "Debit" || ' ' || "Credit" || ' ' || "PieceRef"
        || ' ' || "EcritureLib" || ' ' || "ValidDate" as words
    from core.sealed_lines
),

journal as (
    select
        journal.month, "JournalCode" || ' ' || "EcritureNum" || ' / ' || line_number as what,
        "EcritureDate" || ' ' || "CompteNum" || coalesce("CompAuxNum", '') || ' ' || "Debit" || ' ' || "Credit" || ' ' || "PieceRef"
        || ' ' || "EcritureLib" || ' ' || "ValidDate" as words
    from core.journal as journal
    inner join core.sealed_months as months on months.month = journal.month
)

select
    coalesce(sealed.month, journal.month) as month, coalesce(sealed.what, journal.what) as what,
    coalesce(sealed.words, 'absent') as sealed, coalesce(journal.words, 'absent') as found
from sealed
full outer join journal on journal.month = sealed.month and journal.what = sealed.what
where sealed.words is distinct from journal.words
order by month, what
