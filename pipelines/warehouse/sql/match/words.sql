-- One row per word holding a number in what a movement says of its order or credit note: what stands before the number, the number, what follows.
create or replace temporary table match_words as
with texts as (
    select refunds.rowid as movement, refunds.type, 'credit_note_number' as source, upper(refunds.credit_note_number) as words
    from core.refunds as refunds
    left join core.credit_notes as notes on notes.credit_note_number = refunds.credit_note_number
    where refunds.credit_note_number is not null and notes.credit_note_number is null
    union all
    select refunds.rowid, refunds.type, 'order_reference', upper(refunds.order_reference)
    from core.refunds as refunds
    where refunds.order_reference is not null
        and not exists (
            select 1
            from match_referred as referred
            where referred.movement = refunds.rowid and referred.is_sold
        )
    union all
    select refunds.rowid, refunds.type, 'description', upper(refunds.description)
    from core.refunds as refunds
    where refunds.description is not null and refunds.credit_note_number is null
),

spoken as (
    select
        movement, type, source,
        replace(replace(replace(replace(replace(replace(replace(replace(replace(
            words, 'COMMANDE ', '#'), 'COMMANDE:', '#'), 'ORDER ', '#'), 'ORDER:', '#'), 'CMD ', '#'), 'CDE ', '#'), '#N° ', '#'), '# ', '#'), '* ', '*'
        ) as words
    from texts
    where regexp_matches(words, '[0-9]')
),

chunks as (
    select movement, type, source, unnest(string_split_regex(words, '[\s;()"|]+')) as chunk
    from spoken
),

parts as (
    select
        movement, type, source, chunk,
        regexp_replace(regexp_extract(chunk, '^(.*?)([0-9]+)[^0-9]*$', 1), '[^A-Z0-9]+', '', 'g') as head,
        ltrim(regexp_extract(chunk, '([0-9]+)[^0-9]*$', 1), '0') as digits,
        regexp_replace(regexp_extract(chunk, '[0-9]([^0-9]*)$', 1), '[.,:!?''-]+', '', 'g') as tail
    from chunks
    where regexp_matches(chunk, '[0-9]') and not contains(chunk, '*')
)

select
    movement, type, source, head, digits, tail,
    contains(chunk, '#') or head in ('CMD', 'CDE', 'COMMANDE', 'ORDER', 'N', 'NO') as is_marked,
    case when head in ('CMD', 'CDE', 'COMMANDE', 'ORDER', 'N', 'NO', 'REF', 'REFUND', 'REMBOURSEMENT', 'RETOUR') then '' else head end as name
from parts;
