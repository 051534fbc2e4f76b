-- One row per entry line of the month, under the 18 names of the FEC.
copy (
    select
        "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib",
        "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise"
    from core.journal
    where month = $month
    order by all
) to $path (format parquet, compression zstd)
