-- One row per article credited as returned in more pieces than came back or are announced.
insert into core.break_findings
with notes as (
    select lines.order_id, lines.sku, max(lines.credit_note_number) as credit_note_number, max(notes.currency) as currency,
        sum(lines.gross) as gross, sum(lines.vat) as vat, sum(lines.quantity) as quantity
    from core.credit_note_lines as lines
    inner join core.credit_notes as notes on notes.credit_note_number = lines.credit_note_number
    where notes.nature = 'return' and notes.state not in ('draft', 'cancelled') and lines.line_type = 'product' and lines.quantity > 0
    group by lines.order_id, lines.sku
)

select
    'credit_exceeds_return', notes.credit_note_number, null, null, goods.order_id, goods.sku, null,
    core.vat_share(notes.gross, goods.credited_as_return - goods.announced, notes.quantity), notes.currency,
    core.vat_share(notes.vat, goods.credited_as_return - goods.announced, notes.quantity),
    core.say($language, 'retour de ', 'return of ') || cast(cast(goods.announced as integer) as varchar) || ' × ' || goods.sku,
    core.say($language, 'avoir pour ', 'credit note for ') || cast(cast(goods.credited_as_return as integer) as varchar),
    greatest(goods.issued_on, goods.notified_on)
from proof_goods as goods
inner join notes on notes.order_id = goods.order_id and notes.sku = goods.sku
where goods.announced > 0 and goods.credited_as_return > goods.announced;
