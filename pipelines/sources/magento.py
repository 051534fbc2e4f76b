"""Magento's grid of orders: totals without currency or lines. It tells the state each order is in, and when it was bought."""

from pipelines.sources.movements import all_are, looked_up
from pipelines.sources.source import Header, Mapped, TableSource, optional, required

STATES = {
    **all_are("cancelled", "Canceled", "Annulée", "Annulé"),
    **all_are("refunded", "Closed", "Clôturée", "Fermée", "Fermé"),
    **all_are("shipped", "Complete", "Terminée", "Terminé"),
    **all_are("in_preparation", "Processing", "En traitement", "Traitement"),
    **all_are("awaiting_payment", "Pending", "Pending Payment", "En attente"),
}
ORDER_STATES = """
select source_row, id as order_id,
    case
        when coalesce(try_cast(dot_amount(total_refunded) as decimal(18, 2)), 0) > 0
            and coalesce(try_cast(dot_amount(total_refunded) as decimal(18, 2)), 0) < try_cast(dot_amount(grand_total) as decimal(18, 2))
            then 'partly_refunded'
        else coalesce(<states>, status)
    end as status,
    case when regexp_matches(bought, '^[A-Z][a-z]{2} \\d') then instant_text(bought, '%b %d, %Y %I:%M:%S %p', $time_zone)
        else iso_instant(bought, $time_zone) end as "at"
from staged
"""
SOURCES = (
    TableSource(
        name="magento_order_grid",
        headers=(
            Header("id"),
            Header("bought", ("Purchase Date", "Date d'achat")),
            Header("bill_to_name", ("Nom de facturation",)),
            Header("grand_total", ("Grand Total (Purchased)", "Total général (acheté)")),
            Header("status", ("Statut", "État")),
            Header("total_refunded", ("Total remboursé",), required=False),
            *required("Payment Method"),
            *optional("Purchase Point", "Ship-to Name", "Grand Total (Base)", "Billing Address", "Shipping Address"),
            *optional("Customer Email", "Customer Group", "Subtotal", "Shipping and Handling", "Customer Name"),
            *optional("Allocated sources", "Shipping Information", "Pickup Location Code"),
        ),
        mappings=(Mapped("order_states", ORDER_STATES.replace("<states>", looked_up("plain_words(status)", STATES))),),
    ),
)
