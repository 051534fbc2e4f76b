-- One row per journal line of the month: the 18 columns of the FEC.
select
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib",
    "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise"
from core.journal
where month = $month
order by "EcritureDate", "JournalCode", "EcritureNum", entry_id, line_number
