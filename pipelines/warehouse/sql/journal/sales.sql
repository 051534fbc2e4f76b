-- One row per account of each invoice: what the customer owes, the sale and its VAT.
insert into core.postings
with invoiced as (
    select count(invoice_number) > 0 as has_numbers from core.orders
),

orders as (
    select
        orders.order_id, coalesce(nullif(orders.invoice_number, ''), orders.order_id) as piece,
        coalesce(orders.invoice_date, orders.ordered_on) as booked_on, orders.currency, rates.rate, parties.auxiliary, parties.country,
        parties.is_one_stop_shop
    from core.orders as orders
    inner join core.exchange_rates as rates on rates.currency = orders.currency
    inner join core.order_parties as parties on parties.order_id = orders.order_id
    cross join invoiced
    where (orders.invoice_number is not null or not invoiced.has_numbers)
        and coalesce(orders.invoice_date, orders.ordered_on) <= $as_of
),

lines as (
    select
        orders.order_id, orders.rate, orders.country, lines.net, lines.vat,
        case
            when lines.line_type in ('shipping', 'fee') then $account_shipping
            when lines.line_type = 'gift_card' then $account_gift_cards
            when orders.is_one_stop_shop and lines.vat_rate <> 0 then $account_one_stop_shop_sales
            else $account_sales
        end as net_account,
        case when orders.is_one_stop_shop then $account_one_stop_shop_vat else $account_vat_collected end as vat_account,
        lpad(cast(cast(lines.vat_rate * 10 as integer) as varchar), 3, '0') as rate_digits
    from core.order_lines as lines
    inner join orders on orders.order_id = lines.order_id
),

sides as (
    select order_id, rate, country, rate_digits, net_account as template, -net as amount from lines
    union all
    select order_id, rate, country, rate_digits, vat_account, -vat from lines
),

sold as (
    select
        order_id, replace(replace(template, '{country}', country), '{rate}', rate_digits) as account,
        cast(round(sum(amount) * rate, 2) as decimal(18, 2)) as amount, cast(sum(amount) as decimal(18, 2)) as currency_amount
    from sides
    group by order_id, rate, account
),

parts as (
    select order_id, account, amount, currency_amount, false as is_owed from sold
    union all
    select
        order_id, $account_customers, cast(-sum(amount) as decimal(18, 2)), cast(-sum(currency_amount) as decimal(18, 2)), true
    from sold
    group by order_id
)

select
    'sale:' || orders.order_id as entry_id, $sales_journal as journal, orders.booked_on, parts.account,
    case when parts.is_owed then orders.auxiliary end as auxiliary, orders.piece, orders.booked_on as piece_on,
    'Facture ' || orders.piece as wording, parts.amount, case when orders.currency <> $currency then orders.currency end as currency,
    case when orders.currency <> $currency then abs(parts.currency_amount) end as currency_amount,
    null as credit_note_number, null as provider, null as refund_id,
    case when parts.is_owed then 'order|' || orders.order_id end as item
from parts
inner join orders on orders.order_id = parts.order_id
