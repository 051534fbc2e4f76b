-- One row per credit note that a refund names, or that names the refund: the first rule's pairs, whatever their amounts.
create or replace temporary table match_names as
with telling as (
    select distinct left(head, 1) as letter
    from match_words
    where type = 'refund' and (head <> '' or source = 'credit_note_number')
),

-- A word that starts with another letter than a number names it in no way.
numbered as (
    select note, credit_note_number, order_id, ltrim(regexp_extract(credit_note_number, '([0-9]+)[^0-9]*$', 1), '0') as digits
    from match_notes
    where exists (select 1 from telling)
        and (upper(left(credit_note_number, 1)) in (select letter from telling) or upper(left(credit_note_number, 1)) not between 'A' and 'Z')
),

spelled as (
    select
        note, order_id, regexp_replace(upper(regexp_extract(credit_note_number, '^(.*?)([0-9]+)[^0-9]*$', 1)), '[^A-Z0-9]+', '', 'g') as head,
        digits, regexp_replace(upper(regexp_extract(credit_note_number, '[0-9]([^0-9]*)$', 1)), '[.,:!?''-]+', '', 'g') as tail
    from numbered
    where digits in (select digits from match_words)
),

found as (
    select notes.note, refunds.rowid as movement, notes.order_id, 'refund_id' as rule
    from match_notes as notes
    inner join core.refunds as refunds on refunds.refund_id = notes.provider_refund_id and refunds.type = 'refund'
    where notes.provider_refund_id is not null
    union all
    select notes.note, refunds.rowid, notes.order_id, 'credit_note_number'
    from match_notes as notes
    inner join core.refunds as refunds on refunds.credit_note_number = notes.credit_note_number and refunds.type = 'refund'
    where refunds.credit_note_number is not null
    union all
    select spelled.note, words.movement, spelled.order_id, 'credit_note_number'
    from match_words as words
    inner join spelled on spelled.digits = words.digits and spelled.head = words.head and spelled.tail = words.tail
    where words.type = 'refund' and (words.head <> '' or words.source = 'credit_note_number')
)

select note, movement, order_id, max(rule) as rule
from found
group by note, movement, order_id;
