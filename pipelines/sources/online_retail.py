"""UCI *Online Retail* and *Online Retail II*: a British wholesaler's invoices of 2009 to 2011, two sheets that overlap.

Prices are without VAT, instants without zone, customers often unnamed. `C…` invoices are credit notes that name no
invoice; `A…` are adjustments of bad debts; a negative quantity elsewhere, never with a price or a customer, is a write-off.
Exact duplicate lines are real, so a line is known by its invoice, its content and its rank among the same in its sheet:
the invoices that stand in both sheets are read once. (Chen, D., UCI Machine Learning Repository, CC BY 4.0.)
"""

from pipelines.sources.source import Header, Mapped, TableSource

RESHAPED = """
with cleaned as (
    select
        source_row, sheet, invoice, upper(stock_code) as article, nullif(description, 'nan') as title, quantity,
        unit_price as price,
        concat(cast(timezone('UTC', timezone($time_zone, try_cast(invoice_date as timestamp))) as varchar), 'Z') as invoiced_at,
        invoice_date, regexp_replace(nullif(customer_id, 'nan'), '\\.0$', '') as customer, country
    from staged
)
select
    cleaned.*,
    case when invoiced_at = 'Z' then invoice_date else invoiced_at end as instant,
    case when country = 'United Kingdom' then '20' else '0' end as rate,
    case
        when invoice like 'A%' then 'bad_debt'
        when invoice like 'C%' and quantity like '-%' then 'credit'
        when quantity like '-%' and coalesce(try_cast(price as decimal(18, 6)), 0) = 0 and customer is null then 'writeoff'
        else 'sale'
    end as meaning,
    case
        when article in ('POST', 'DOT', 'C2', 'C3') then 'shipping'
        when article like 'GIFT%' then 'gift_card'
        when article in ('D', 'M', 'S', 'B', 'BANK CHARGES', 'AMAZONFEE', 'ADJUST', 'ADJUST2', 'CRUK', 'PADS') or article like 'TEST%'
            then 'fee'
        else 'product'
    end as line_type,
    concat(
        article, ' × ', quantity, ' @ ', price, ' #',
        row_number() over (partition by sheet, invoice, article, quantity, price order by source_row)
    ) as line
from cleaned
"""
ORDERS = """
select
    source_row, invoice as order_id, instant as ordered_at, invoice as invoice_number, left(instant, 10) as invoice_date,
    customer as customer_id, country, 'GBP' as currency, 'invoiced' as status, line as line_id, line_type, article as sku,
    coalesce(title, article) as title, quantity, price as unit_price_net, rate as vat_rate
from staged
where meaning = 'sale'
"""
CREDIT_NOTES = """
select
    source_row, invoice as credit_note_number, instant as issued_at, invoice as order_id, customer as customer_id,
    'unknown' as settlement, 'GBP' as currency, line as line_id, line_type, article as sku,
    coalesce(title, article) as title, negated(quantity) as quantity, price as unit_price_net, rate as vat_rate
from staged
where meaning = 'credit'
"""
WRITEOFFS = """
select
    source_row, article as sku, instant as written_off_at, negated(quantity) as quantity, title as reason,
    concat(invoice, ' ', line) as document
from staged
where meaning = 'writeoff'
"""

SOURCES = (
    TableSource(
        name="online_retail",
        headers=(
            Header("invoice", ("InvoiceNo", "invoice_no")),
            Header("stock_code", ("StockCode",)),
            Header("description"),
            Header("quantity"),
            Header("invoice_date", ("InvoiceDate",)),
            Header("unit_price", ("UnitPrice", "Price")),
            Header("customer_id", ("CustomerID", "Customer ID")),
            Header("country"),
            Header("sheet", required=False),
        ),
        reshaped=RESHAPED,
        mappings=(
            Mapped("orders", ORDERS),
            Mapped("credit_notes", CREDIT_NOTES),
            Mapped("stock_writeoffs", WRITEOFFS),
        ),
        exclusions="select source_row, meaning as reason from staged where meaning = 'bad_debt'",
    ),
)
