"""PrestaShop's tables as CSV, under the names of its database: slips, returns, payments, lines; and its list of orders."""

from pipelines.sources.gateways import provider_case
from pipelines.sources.movements import all_are, looked_up
from pipelines.sources.prestashop import STATES
from pipelines.sources.source import Header, Mapped, TableSource, optional, required

STATE_NAMES = {
    **all_are("paid", "Paiement accepté", "Payment accepted", "Paiement à distance accepté"),
    **all_are("in_preparation", "En cours de préparation", "Processing in progress"),
    **all_are("shipped", "Expédié", "Shipped", "En cours de livraison"),
    **all_are("delivered", "Livré", "Delivered"),
    **all_are("cancelled", "Annulé", "Canceled", "Cancelled"),
    **all_are("refunded", "Remboursé", "Refunded"),
    **all_are("payment_error", "Erreur de paiement", "Payment error"),
}
RATE = """
    cast(case
        when excl = 0 then 0
        else coalesce(
            list_filter([20, 10, 5.5, 2.1, 8.5, 21, 19, 22, 0], lambda rate: abs(excl * (100 + rate) / 100 - incl) <= 0.01)[1],
            round((incl - excl) * 100 / excl, 2)
        )
    end as decimal(5, 2))
"""
SLIPS = """
with totals as (
    select source_row, id_order_slip, id_order, date_add, 'product' as line_type, 'Articles' as title,
        total_products_tax_excl as excl_text, total_products_tax_incl as incl_text
    from staged
    union all
    select source_row, id_order_slip, id_order, date_add, 'shipping', 'Port', total_shipping_tax_excl, total_shipping_tax_incl
    from staged
),
amounts as (
    select *, try_cast(excl_text as decimal(18, 6)) as excl, try_cast(incl_text as decimal(18, 6)) as incl
    from totals
)
select source_row, 'AV' || lpad(id_order_slip, 6, '0') as credit_note_number, iso_instant(date_add, $time_zone) as issued_at,
    id_order as order_id, 'unknown' as settlement, $currency as currency,
    case line_type when 'shipping' then 'shipping' end as line_id, line_type, title, '1' as quantity, cast(incl as varchar) as unit_price_gross,
    cast(<rate> as varchar) as vat_rate
from amounts
where incl <> 0
"""
EMPTY_SLIPS = """
select source_row, 'no_money' as reason
from staged
where coalesce(try_cast(total_products_tax_incl as decimal(18, 6)), 0) = 0
    and coalesce(try_cast(total_shipping_tax_incl as decimal(18, 6)), 0) = 0
"""
RETURNS = """
select source_row, id_order_return as return_id, id_order as order_id, id_order_detail as line_id,
    coalesce(product_reference, id_order_detail) as sku, product_quantity as quantity,
    iso_instant(date_add, $time_zone) as notified_at,
    case when state in ('3', '5') then iso_instant(date_upd, $time_zone) end as received_at, question as reason_text
from staged
where product_quantity is not null
"""
RETURNS_WITHOUT_LINES = """
select source_row, 'no_goods' as reason
from staged
where product_quantity is null
"""
PAYMENTS = """
select source_row, <provider> as provider,
    coalesce(transaction_id, order_reference || '-' || coalesce(id_order_payment, cast(source_row as varchar))) as payment_id,
    order_reference as order_id, payment_method as method, iso_instant(date_add, $time_zone) as captured_at,
    dot_amount(amount) as amount, $currency as currency
from staged
"""
DETAILS = """
with amounts as (
    select *, try_cast(unit_price_tax_excl as decimal(18, 6)) as excl, try_cast(unit_price_tax_incl as decimal(18, 6)) as incl
    from staged
)
select source_row, id_order as order_id, reference as order_alias, iso_instant(date_add, $time_zone) as ordered_at,
    coalesce(invoice_number, cast(null as varchar)) as invoice_number, coalesce(iso_code, 'FR') as country, $currency as currency,
    coalesce(<states>, current_state, 'unknown') as status, id_order_detail as line_id, 'product' as line_type, product_reference as sku,
    product_name as title, product_quantity as quantity, cast(incl as varchar) as unit_price_gross, cast(<rate> as varchar) as vat_rate
from amounts
"""
ORDER_LIST = """
select source_row, id as order_id, coalesce(<states>, status) as status, slashed_instant(date, $time_zone) as "at"
from staged
"""
SOURCES = (
    TableSource(
        name="prestashop_order_slip",
        headers=(
            *required("id_order_slip", "id_order", "total_products_tax_excl", "total_products_tax_incl", "date_add"),
            *optional(
                "total_shipping_tax_excl", "total_shipping_tax_incl", "amount", "shipping_cost_amount", "partial"
            ),
            *optional("conversion_rate", "id_customer", "order_slip_type", "date_upd", "shipping_cost"),
        ),
        mappings=(Mapped("credit_notes", SLIPS.replace("<rate>", RATE)),),
        exclusions=EMPTY_SLIPS,
    ),
    TableSource(
        name="prestashop_order_return",
        headers=(
            *required("id_order_return", "id_order", "state", "date_add"),
            *optional(
                "id_customer", "question", "date_upd", "id_order_detail", "product_reference", "product_quantity"
            ),
        ),
        mappings=(Mapped("returns", RETURNS),),
        exclusions=RETURNS_WITHOUT_LINES,
    ),
    TableSource(
        name="prestashop_order_payment",
        headers=(
            *required("order_reference", "amount", "payment_method", "date_add"),
            *optional("id_order_payment", "id_currency", "conversion_rate", "transaction_id", "card_number"),
        ),
        mappings=(Mapped("payments", PAYMENTS.replace("<provider>", provider_case("payment_method"))),),
    ),
    TableSource(
        name="prestashop_order_detail",
        headers=(
            *required("id_order", "id_order_detail", "product_name", "product_quantity", "unit_price_tax_incl"),
            *required("unit_price_tax_excl", "date_add"),
            *optional("reference", "product_reference", "current_state", "iso_code", "invoice_number"),
            *optional("product_quantity_refunded", "product_quantity_return", "product_quantity_reinjected"),
        ),
        mappings=(
            Mapped(
                "orders",
                DETAILS.replace("<rate>", RATE).replace("<states>", looked_up("plain_words(current_state)", STATES)),
            ),
        ),
    ),
    TableSource(
        name="prestashop_order_list",
        headers=(
            Header("id"),
            Header("reference", ("Référence",)),
            Header("total", ("Total",)),
            Header("payment", ("Paiement",)),
            Header("status", ("État", "Statut")),
            Header("date"),
            Header("customer", ("Client",)),
            *optional("New client", "Nouveau client", "Delivery", "Livraison", "Company", "Société"),
        ),
        mappings=(
            Mapped("order_states", ORDER_LIST.replace("<states>", looked_up("plain_words(status)", STATE_NAMES))),
        ),
    ),
)
