-- One row of text per document not yet sealed, per entry line of the month, and per posting a recap stands for: what sealing fixes.
with documents as (
    select
        1 as position, documents.document || '|' || documents.id as name, 0 as line_number,
        cast(to_json({
            'kind': 'document', 'document': documents.document, 'id': documents.id,
            'happened_on': cast(documents.happened_on as varchar), 'content': documents.content,
            'source_file': documents.source_file, 'source_row': documents.source_row
        }) as varchar) as text
    from core.documents as documents
    left join core.sealed_documents as sealed on sealed.document = documents.document and sealed.id = documents.id
    where sealed.id is null
),

lines as (
    select
        2 as position, entry_id as name, line_number,
        cast(to_json({
            'kind': 'line', 'JournalCode': "JournalCode", 'JournalLib': "JournalLib", 'EcritureNum': "EcritureNum",
            'EcritureDate': cast("EcritureDate" as varchar), 'CompteNum': "CompteNum", 'CompteLib': "CompteLib",
            'CompAuxNum': "CompAuxNum", 'CompAuxLib': "CompAuxLib", 'PieceRef': "PieceRef",
            'PieceDate': cast("PieceDate" as varchar), 'EcritureLib': "EcritureLib", 'Debit': cast("Debit" as varchar),
            'Credit': cast("Credit" as varchar), 'ValidDate': cast(cast($sealed_on as date) as varchar),
            'Montantdevise': cast("Montantdevise" as varchar), 'Idevise': "Idevise", 'entry_id': entry_id,
            'line_number': line_number, 'credit_note_number': credit_note_number, 'provider': provider, 'refund_id': refund_id,
            'item': item
        }) as varchar) as text
    from core.journal
    where month = $month
),

details as (
    select
        3 as position, entry_id as name, row_number() over (partition by entry_id order by account, auxiliary, amount) as line_number,
        cast(to_json({
            'kind': 'detail', 'recap': recap, 'piece': piece, 'entry_id': entry_id, 'journal': journal,
            'booked_on': cast(booked_on as varchar), 'account': account, 'auxiliary': auxiliary, 'document_piece': document,
            'wording': wording, 'amount': cast(amount as varchar)
        }) as varchar) as text
    from core.recap_details
    where strftime(booked_on, '%Y-%m') = $month
)

select text
from (
    select position, name, line_number, text from documents
    union all
    select position, name, line_number, text from lines
    union all
    select position, name, line_number, text from details
)
order by position, name, line_number
