-- One row per order line: its amounts as the row's own price says, VAT rounded once at the line or the unit.
insert into core.order_lines
with priced as (
    select
        used.*,
        line_sign(line_type) * line_amount(abs(coalesce(unit_price_net, unit_price_gross)), quantity)
        - coalesce(discount_net, discount_gross, 0) as amount
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
                    - vat_inside(coalesce(discount_gross, 0), vat_rate)
            else vat_inside(amount, vat_rate)
        end as vat
    from priced
)
select
    order_id, line_id, line_type, sku, title, quantity, unit_price_net, unit_price_gross, vat_rate, discount_net,
    discount_gross, case when unit_price_net is null then amount - vat else amount end, vat,
    case when unit_price_net is null then amount else amount + vat end, source_file, source_row
from taxed;
