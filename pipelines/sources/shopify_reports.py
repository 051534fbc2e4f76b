"""Shopify's transaction histories, and its Analytics report of returns in French and English.

The histories name no transaction: a refund is known by its order, day (UTC), amount and rank, as Shopify Payments' own
export makes it known (`shopify_payments.py`). Amounts are positive, the kind gives the sign.
"""

from pipelines.sources.gateways import provider_case
from pipelines.sources.movements import all_are, movements_table
from pipelines.sources.source import Header, Mapped, TableSource, optional, required

HISTORIES = """
with spelled as (
    select *, iso_instant(created_at, $time_zone) as moved_at, dot_amount(amount) as positive, plain_words(kind) as movement_kind
    from staged
),
ranked as (
    select *, try_cast(positive as decimal(18, 2)) as number,
        row_number() over (partition by name, kind, status, left(moved_at, 10), positive order by source_row) as rank
    from spelled
)
select source_row, kind as native_type, status as native_status, <provider> as provider,
    case when movement_kind = 'refund' then '-' else '' end || coalesce(cast(number as varchar), positive) as gross,
    currency_text(currency) as currency, moved_at,
    concat_ws(' ', name, movement_kind, left(moved_at, 10), coalesce(cast(number as varchar), positive), case when rank > 1 then 'n' || rank end) as id,
    name as order_reference, concat_ws(' ', gateway, card_type) as method, concat_ws(' ', kind, gateway) as description
from ranked
"""
TYPES = {**all_are("payment", "sale", "capture"), "refund": "refund", **all_are("dispute", "chargeback")}
MOVELESS = all_are("authorization", "authorization", "void", "emv_authorization", "pending")
STATUSES = {
    "success": "succeeded",
    **all_are("failed", "failure", "error"),
    **all_are("pending", "pending", "awaiting_response"),
}
RETURNS = """
select source_row, coalesce(sale_id, concat_ws(' ', order_name, day, title)) as return_id, order_name as order_id,
    title as sku, '1' as quantity, iso_instant(day, $time_zone) as notified_at, title as reason_text
from staged
where title is not null and order_name is not null
"""
NO_GOODS = """
select source_row, 'no_goods' as reason
from staged
where title is null or order_name is null
"""
SOURCES = (
    movements_table(
        "shopify_transaction_histories",
        "shopify_payments",
        (
            *required("Order", "Name", "Kind", "Gateway", "Created At", "Status", "Amount", "Currency"),
            *optional("Card Type"),
        ),
        HISTORIES.replace("<provider>", provider_case("gateway")),
        types=TYPES,
        moveless=MOVELESS,
        statuses=STATUSES,
    ),
    TableSource(
        name="shopify_returns",
        headers=(
            Header("day", ("Jour",)),
            Header("sale_id", ("ID de vente", "Sale ID"), required=False),
            Header("order_name", ("Nom de la commande", "Order name")),
            Header(
                "title",
                (
                    "Titre du produit au moment de la vente",
                    "Product title at time of sale",
                    "Titre du produit",
                    "Product title",
                ),
            ),
            Header("gross_returns", ("Retours bruts", "Gross returns")),
            Header("net_returns", ("Retours nets", "Net returns"), required=False),
            Header("total_returns", ("Total des retours", "Total returns"), required=False),
        ),
        mappings=(Mapped("returns", RETURNS),),
        exclusions=NO_GOODS,
    ),
)
