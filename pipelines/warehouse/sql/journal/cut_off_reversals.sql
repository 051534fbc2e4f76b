-- One row per row of a cut-off, sealed or not: taken back on the first day of the next month.
insert into core.postings
with cut_offs as (
    select entry_id, journal, booked_on, account, auxiliary, piece, wording, amount
    from core.postings
    where starts_with(entry_id, 'cut_off:')
    union all
    select
        entry_id, "JournalCode", "EcritureDate", "CompteNum", "CompAuxNum", "PieceRef", "EcritureLib",
        cast("Debit" - "Credit" as decimal(18, 2))
    from core.sealed_lines
    where starts_with(entry_id, 'cut_off:') and 'reversal:' || entry_id not in (select entry_id from core.sealed_postings)
)

select
    'reversal:' || entry_id as entry_id, journal, cast(booked_on + interval 1 day as date) as booked_on, account, auxiliary, piece,
    cast(booked_on + interval 1 day as date) as piece_on, 'Extourne, ' || wording as wording, -amount as amount, null as currency,
    null as currency_amount, null as credit_note_number, null as provider, null as refund_id, null as item
from cut_offs
where cast(booked_on + interval 1 day as date) <= $as_of
