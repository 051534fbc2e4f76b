-- One row per entry line of the month, in order of validation, then journal and number.
select
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib",
    "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise",
    entry_id
from journal
where month = $month
order by "ValidDate", "JournalCode", length("EcritureNum"), "EcritureNum", line_number
