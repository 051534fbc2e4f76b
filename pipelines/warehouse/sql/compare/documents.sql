-- One row per document of ours within the days of the FEC and line of it that names the document.
create or replace temporary table compared_notes as
select
    credit_note_number, regexp_replace(upper(credit_note_number), '[^A-Z0-9]', '', 'g') as word, issued_on, gross, vat, settlement
from core.credit_notes
where state not in ('draft', 'cancelled') and issued_on between $first and $last and currency = $currency;

create or replace temporary table compared_refunds as
select provider, refund_id, regexp_replace(upper(refund_id), '[^A-Z0-9]', '', 'g') as word, created_on, gross
from core.refunds
where
    type = 'refund' and status = 'succeeded' and state <> 'reversed' and created_on between $first and $last
    and currency = $currency;

create or replace temporary table note_lines as
select notes.credit_note_number, lines.line, lines.entry_key, lines.account, lines.debit, lines.credit
from compared_notes as notes
inner join fec_words as words on words.word = notes.word
inner join fec_lines as lines on lines.line = words.line;

create or replace temporary table refund_lines as
select refunds.provider, refunds.refund_id, lines.line, lines.entry_key, lines.account, lines.debit, lines.credit
from compared_refunds as refunds
inner join fec_words as words on words.word = refunds.word
inner join fec_lines as lines on lines.line = words.line;

-- The credit notes a refund is matched with, so that an entry that names only the note is known too.
create or replace temporary table refund_notes as
select allocations.provider, allocations.refund_id, allocations.credit_note_number
from core.allocations as allocations
where allocations.status = 'confirmed';
