-- One row per line of a credit note of the shop's own: its amounts, and the invoice its row or its order names.
insert into core.credit_note_lines
with priced as (
    select
        used.*,
        line_sign(line_type) * line_amount(abs(coalesce(unit_price_net, unit_price_gross)), quantity) as amount
    from used
),
taxed as (
    select
        priced.*,
        case
            when unit_price_net is not null then vat_on(amount, vat_rate)
            when $vat_rounding = 'unit'
                then line_sign(line_type)
                    * line_amount(vat_inside(line_amount(abs(unit_price_gross), 1), vat_rate), quantity)
            else vat_inside(amount, vat_rate)
        end as vat
    from priced
),
invoices as (
    select invoice_number, min(coalesce(invoice_date, ordered_on)) as invoice_date
    from core.orders
    where invoice_number is not null
    group by invoice_number
),
noted as (
    select credit_note_number, arg_max(order_id, (amount, order_id)) as order_id
    from (
        select priced.credit_note_number, origins.order_id, sum(priced.amount) as amount
        from priced
        inner join origins using (identity)
        group by all
    )
    group by credit_note_number
)
select
    lines.credit_note_number,
    row_number() over (
        partition by lines.credit_note_number
        order by
            list_position(['product', 'shipping', 'fee', 'eco_participation', 'gift_card', 'discount'], lines.line_type),
            length(lines.line_id) nulls last, lines.line_id nulls last, lines.sku nulls last, lines.title, lines.identity
    ),
    coalesce(noted.order_id, lines.order_id), lines.line_id, lines.line_type, lines.sku, lines.title, lines.quantity, lines.unit_price_net,
    lines.unit_price_gross, lines.vat_rate,
    case when lines.unit_price_net is null then lines.amount - lines.vat else lines.amount end, lines.vat,
    case when lines.unit_price_net is null then lines.amount else lines.amount + lines.vat end, lines.reason_code,
    coalesce(lines.origin_order_id, origins.order_id, orders.order_id),
    coalesce(lines.origin_line_id, origins.line_id, case when origins.identity is null and orders.order_id is not null then lines.line_id end),
    coalesce(lines.invoice_number, orders.invoice_number, case when $invoices = 'order' then orders.order_id end),
    coalesce(
        lines.invoice_date,
        invoices.invoice_date,
        case
            when lines.invoice_number is null and (orders.invoice_number is not null or $invoices = 'order')
                then coalesce(orders.invoice_date, orders.ordered_on)
        end
    ),
    lines.source_file, lines.source_row
from taxed as lines
left join origins using (identity)
left join core.orders as orders on orders.order_id = coalesce(lines.origin_order_id, origins.order_id, lines.order_id)
left join noted on noted.credit_note_number = lines.credit_note_number
left join invoices on invoices.invoice_number = lines.invoice_number;
