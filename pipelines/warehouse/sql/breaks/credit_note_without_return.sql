-- One row per credit note for returned goods of which nothing came back nor is on its way.
insert into core.break_findings
with awaited as (
    select
        notes.credit_note_number, notes.order_id, notes.gross, notes.vat, notes.currency, notes.issued_on,
        bool_or(goods.received > 0) as is_back,
        bool_or(goods.announced > 0 and goods.notified_on + cast($sending_days + 14 as integer) >= $as_of) as is_on_its_way,
        max(case when goods.announced > 0 then goods.notified_on end) as notified_on
    from core.credit_notes as notes
    inner join core.credit_note_lines as lines on lines.credit_note_number = notes.credit_note_number
    inner join proof_goods as goods on goods.order_id = notes.order_id and goods.sku = lines.sku
    where notes.nature = 'return' and notes.state not in ('draft', 'cancelled') and lines.line_type = 'product'
    group by notes.credit_note_number, notes.order_id, notes.gross, notes.vat, notes.currency, notes.issued_on
)

select
    'credit_note_without_return', awaited.credit_note_number, null, null, awaited.order_id, null, null, awaited.gross, awaited.currency, awaited.vat,
    core.say($language, 'les articles crédités, rendus', 'the goods credited, back'),
    case
        when awaited.notified_on is null then core.say($language, 'aucun retour pour cette commande', 'no return for this order')
        else core.say($language, 'retour annoncé le ', 'return announced on ') || strftime(awaited.notified_on, '%d/%m/%Y')
            || core.say($language, ', jamais reçu', ', never received')
    end,
    greatest(awaited.issued_on, coalesce(awaited.notified_on + cast($sending_days + 15 as integer), awaited.issued_on))
from awaited
cross join proof_observed as observed
where observed.goods and not awaited.is_back and not awaited.is_on_its_way
    and not exists (
        select 1
        from core.return_lines as lost
        where lost.order_id = awaited.order_id and lost.disposition = 'lost_in_transit'
    );
