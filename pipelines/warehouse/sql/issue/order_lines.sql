-- One row per line of the orders asked for, with what credit notes have taken from it so far.
with lines as (
    select
        *, row_number() over (partition by order_id, line_type, sku order by line_id) as place
    from core.order_lines
    where list_contains($order_ids, order_id)
),
credited as (
    select
        lines.order_id, lines.line_id, sum(taken.quantity) as quantity, sum(taken.vat) as vat, sum(taken.gross) as gross
    from core.credit_note_lines as taken
    inner join core.credit_notes as notes on notes.credit_note_number = taken.credit_note_number
    inner join lines
        on lines.order_id = coalesce(taken.origin_order_id, taken.order_id)
        and (
            lines.line_id = coalesce(taken.origin_line_id, taken.line_id)
            or (
                coalesce(taken.origin_line_id, taken.line_id) is null and lines.line_type = taken.line_type
                and lines.sku = taken.sku and lines.place = 1
            )
        )
    where notes.state not in ('draft', 'cancelled')
    group by lines.order_id, lines.line_id
)
select
    lines.order_id, lines.line_id, lines.line_type, coalesce(lines.sku, ''), lines.title, lines.quantity, lines.vat_rate, lines.vat, lines.gross,
    coalesce(credited.quantity, 0), coalesce(credited.vat, 0), coalesce(credited.gross, 0)
from lines
left join credited on credited.order_id = lines.order_id and credited.line_id = lines.line_id
order by lines.order_id, list_position(['product', 'eco_participation', 'shipping', 'fee', 'gift_card', 'discount'], lines.line_type),
    length(lines.line_id), lines.line_id
