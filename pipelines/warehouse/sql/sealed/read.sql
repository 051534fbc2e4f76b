-- One row per line and document of one sealed month, read back from its file.
insert into core.sealed_lines
select
    JournalCode, JournalLib, EcritureNum, EcritureDate, CompteNum, CompteLib, CompAuxNum, CompAuxLib, PieceRef, PieceDate,
    EcritureLib, Debit, Credit, ValidDate, Montantdevise, Idevise, entry_id, line_number, $month, credit_note_number, provider,
    refund_id, item
from read_json($path, format = 'newline_delimited', maximum_object_size = 67108864, columns = {
    'kind': 'varchar', 'JournalCode': 'varchar', 'JournalLib': 'varchar', 'EcritureNum': 'varchar', 'EcritureDate': 'date',
    'CompteNum': 'varchar', 'CompteLib': 'varchar', 'CompAuxNum': 'varchar', 'CompAuxLib': 'varchar', 'PieceRef': 'varchar',
    'PieceDate': 'date', 'EcritureLib': 'varchar', 'Debit': 'decimal(18, 2)', 'Credit': 'decimal(18, 2)', 'ValidDate': 'date',
    'Montantdevise': 'decimal(18, 2)', 'Idevise': 'varchar', 'entry_id': 'varchar', 'line_number': 'integer',
    'credit_note_number': 'varchar', 'provider': 'varchar', 'refund_id': 'varchar', 'item': 'varchar'})
where kind = 'line';
insert into core.sealed_postings
select $month, entry_id, coalesce(account, CompteNum), coalesce(amount, Debit - Credit)
from read_json($path, format = 'newline_delimited', maximum_object_size = 67108864, columns = {
    'kind': 'varchar', 'entry_id': 'varchar', 'CompteNum': 'varchar', 'account': 'varchar', 'amount': 'decimal(18, 2)',
    'Debit': 'decimal(18, 2)', 'Credit': 'decimal(18, 2)'})
where kind in ('line', 'detail') and not starts_with(entry_id, 'recap:');
insert into core.sealed_documents
select $month, document, id, happened_on, content, source_file, source_row
from read_json($path, format = 'newline_delimited', maximum_object_size = 67108864, columns = {
    'kind': 'varchar', 'document': 'varchar', 'id': 'varchar', 'happened_on': 'date', 'content': 'varchar',
    'source_file': 'varchar', 'source_row': 'bigint'})
where kind = 'document';
insert into core.sealed_recap_details
select recap, piece, entry_id, journal, booked_on, account, auxiliary, document_piece, wording, amount
from read_json($path, format = 'newline_delimited', maximum_object_size = 67108864, columns = {
    'kind': 'varchar', 'recap': 'varchar', 'piece': 'varchar', 'entry_id': 'varchar', 'journal': 'varchar', 'booked_on': 'date',
    'account': 'varchar', 'auxiliary': 'varchar', 'document_piece': 'varchar', 'wording': 'varchar', 'amount': 'decimal(18, 2)'})
where kind = 'detail'
