"""Marketplaces that pay for the merchant: Mirakl's transactions (Decathlon and others) and ManoMano's, orders and payouts.

Each is a provider of its own: several rows make an order, and a refund is the rows that carry its id.
"""

from pipelines.sources.movements import all_are, movements_table
from pipelines.sources.source import Header, Mapped, TableSource, optional, required

MIRAKL_TYPES = {
    **all_are(
        "payment", "Montant de commande", "Order amount", "Montant commande", "Frais de port", "Shipping charges"
    ),
    **all_are("payment", "TVA montant de commande", "TVA frais de port", "Order amount tax", "Shipping charges tax"),
    **all_are("payment", "Taxe sur le montant de commande", "Taxe sur les frais de port"),
    **all_are("refund", "Remboursement montant de commande", "Montant de commande remboursé", "Refund order amount"),
    **all_are(
        "refund",
        "Remboursement frais de port",
        "Frais de port remboursés",
        "Refund shipping charges",
        "Order amount refund",
    ),
    **all_are("refund", "Remboursement de montant de commande", "Remboursement de frais de port", "Remboursement"),
    **all_are("refund", "TVA remboursement montant de commande", "TVA remboursement frais de port"),
    **all_are(
        "fee", "Commission", "TVA sur commission", "TVA commission", "Commission fees", "Commission tax", "Abonnement"
    ),
    **all_are("fee", "Taxe sur la commission", "Subscription", "Frais de commission"),
    **all_are("adjustment", "Remboursement commission", "Remboursement TVA sur commission", "Refund commission fees"),
    **all_are("adjustment", "Commission remboursée", "Remboursement de commission", "Facture manuelle", "Avoir manuel"),
    **all_are("adjustment", "TVA remboursement commission", "Manual invoice", "Manual credit", "Crédit manuel"),
    **all_are("payout", "Paiement", "Payment", "Versement", "Virement"),
}
MIRAKL = """
with spelled as (
    select *, slashed_instant(replace(moved, ' - ', ' '), $time_zone) as moved_at,
        coalesce(either_amount(amount), either_amount(credit), '-' || absolute(either_amount(debit))) as signed
    from staged
)
select source_row, type as native_type,
    case
        when plain_words(type) like '%commission%' and signed not like '-%' then 'adjustment'
        when plain_words(type) like '%commission%' then 'fee'
        when refund_number is not null and signed like '-%' then 'refund'
    end as movement,
    signed as gross, coalesce(currency_text(currency), $currency) as currency, moved_at,
    concat_ws(' ', coalesce(refund_number, order_number), transaction, plain_words(type), line) as id,
    case when refund_number is null and signed not like '-%' then concat_ws(' ', order_number, transaction, plain_words(type), line) end as payment_id,
    order_number as order_reference, cycle as payout_id, concat_ws(' ', type, description) as description,
    lower(coalesce(nullif(regexp_extract(shop, '^\\pL{4,}'), ''), 'mirakl')) as provider
from spelled
"""
MANOMANO = """
with signs as (
    select *, upper(type) as kind
    from staged
)
select source_row, type as native_type, dot_amount(amountvatincl) as gross, dot_amount(commissionvatincl) as fee,
    dot_amount(netamount) as net, $currency as currency, iso_instant(createdat, $time_zone) as moved_at,
    concat_ws(' ', reference, kind, left(createdat, 10), nullif(cast(row_number() over (
        partition by reference, kind, left(createdat, 10) order by source_row) - 1 as varchar), '0')) as id,
    case kind when 'ORDER' then reference end as payment_id, reference as order_reference, type as description
from signs
"""
MANOMANO_PAYOUTS = """
select source_row, 'manomano' as provider, payout_reference as payout_id, slashed_instant(payout_date, $time_zone) as paid_at,
    cast(sum(try_cast(either_amount(amount) as decimal(18, 2))) over (partition by payout_reference) as varchar) as amount,
    $currency as currency, payout_reference as bank_reference
from staged
qualify row_number() over (partition by payout_reference order by source_row) = 1
"""
MANOMANO_PARTS = """
select source_row, 'part_of_payout' as reason
from staged
qualify row_number() over (partition by payout_reference order by source_row) > 1
"""
SOURCES = (
    movements_table(
        "mirakl_transactions",
        "mirakl",
        (
            Header("moved", ("Date de transaction", "Transaction date", "Date de création")),
            Header("order_number", ("Numéro de commande", "Order number")),
            Header("transaction", ("Numéro de transaction", "Transaction number"), required=False),
            Header("type"),
            Header("amount", ("Montant",)),
            Header("debit", ("Débit",), required=False),
            Header("credit", ("Crédit",), required=False),
            Header("currency", ("Devise",), required=False),
            Header("description", required=False),
            Header("shop", ("Canal", "Channel"), required=False),
            Header("line", ("ID de la ligne de commande", "Order line ID"), required=False),
            Header("refund_number", ("ID du remboursement", "Refund ID"), required=False),
            Header(
                "cycle", ("Date du cycle de paiement", "Référence de paiement", "Payment reference"), required=False
            ),
            *optional(
                "Date de création",
                "Date de réception",
                "Boutique",
                "Numéro de facture",
                "Quantité",
                "SKU Offre",
                "Solde",
            ),
            *optional("Libellé Catégorie", "Statut paiement", "ID boutique"),
        ),
        MIRAKL,
        types=MIRAKL_TYPES,
    ),
    movements_table(
        "manomano_transactions",
        "manomano",
        (
            *required("reference", "type", "createdAt", "amountVatIncl", "commissionVatIncl", "netAmount"),
            *optional("commissionVatExcl", "vatOnCommission", "productPriceVatExcl", "vatOnProduct"),
            *optional("shippingPriceVatExcl", "vatOnShipping"),
        ),
        MANOMANO,
        types={
            "ORDER": "payment",
            "REFUND": "refund",
            **all_are("fee", "SUBSCRIPTION", "FEE"),
            "ADJUSTMENT": "adjustment",
        },
    ),
    TableSource(
        name="manomano_payouts",
        provider="manomano",
        headers=(
            *required("REFERENCE", "TYPE", "PAYOUT_REFERENCE", "PAYOUT_DATE", "AMOUNT"),
            *optional("AMOUNT_VAT_EXCL"),
        ),
        mappings=(Mapped("payouts", MANOMANO_PAYOUTS),),
        exclusions=MANOMANO_PARTS,
    ),
)
