-- One row per article received back for which no credit note, or one for fewer pieces, was issued.
insert into core.break_findings
with vague as (
    select distinct lines.order_id
    from core.credit_note_lines as lines
    inner join core.credit_notes as notes on notes.credit_note_number = lines.credit_note_number
    where lines.sku is null and lines.line_type = 'product' and notes.nature not in ('price_reduction', 'goodwill')
),

prices as (
    select
        order_id, sku, max(currency) as currency, sum(gross) as gross, sum(vat) as vat, sum(quantity) as quantity
    from (
        select lines.order_id, lines.sku, orders.currency, lines.gross, lines.vat, lines.quantity
        from core.order_lines as lines
        inner join core.orders as orders on orders.order_id = lines.order_id
        where lines.line_type = 'product' and lines.sku is not null and lines.quantity > 0
    ) as sold
    group by order_id, sku
),

missing as (
    select
        goods.order_id, goods.sku, goods.received, goods.credited, goods.received_on, prices.currency,
        core.vat_share(prices.gross, goods.received - goods.credited, prices.quantity) as amount,
        core.vat_share(prices.vat, goods.received - goods.credited, prices.quantity) as vat
    from proof_goods as goods
    left join prices on prices.order_id = goods.order_id and prices.sku = goods.sku
    left join vague on vague.order_id = goods.order_id
    where goods.received > goods.credited and vague.order_id is null
)

select
    'return_without_credit_note', null, null, null, missing.order_id, missing.sku, null, missing.amount, missing.currency, missing.vat,
    core.say($language, 'un avoir pour ', 'a credit note for ') || cast(cast(missing.received as integer) as varchar) || ' × ' || missing.sku,
    case
        when missing.credited = 0 then core.say($language, 'reçu le ', 'received on ') || strftime(missing.received_on, '%d/%m/%Y')
            || core.say($language, ', aucun avoir', ', no credit note')
        else core.say($language, 'avoir pour ', 'credit note for ') || cast(cast(missing.credited as integer) as varchar)
    end,
    missing.received_on
from missing
cross join proof_observed as observed
where observed.document;
