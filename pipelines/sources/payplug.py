"""PayPlug's accounting export: signed amounts, no fee per payment. Its payouts are withdrawals the merchant chooses."""

from pipelines.sources.movements import all_are, movements_table
from pipelines.sources.source import Header

TYPES = {
    **all_are(
        "payment", "Paiement", "Payment", "Encaissement", "Paiement par carte", "Paiement CB", "Transaction", "Vente"
    ),
    **all_are(
        "payment", "Paiement en plusieurs fois", "Paiement fractionné", "Échéance", "Installment", "Paiement Oney"
    ),
    **all_are("refund", "Remboursement", "Refund", "Remboursement partiel", "Remboursement total"),
    **all_are("refund_failure", "Remboursement échoué", "Remboursement rejeté", "Annulation de remboursement"),
    **all_are("dispute", "Impayé", "Chargeback", "Contestation", "Litige", "Opposition", "Dispute"),
    **all_are("dispute_reversal", "Annulation d'impayé", "Impayé gagné", "Contestation gagnée", "Litige gagné"),
    **all_are("fee", "Commission", "Commissions", "Frais", "Facture", "Abonnement", "Fee", "Frais d'impayé"),
    **all_are("fee", "Commission PayPlug", "Facturation", "Frais de service", "Prélèvement des commissions"),
    **all_are("payout", "Virement", "Transfer", "Withdrawal", "Versement", "Virement bancaire", "Payout"),
    **all_are("adjustment", "Ajustement", "Régularisation", "Crédit", "Approvisionnement", "Avoir", "Correction"),
}
MOVELESS = all_are("hold", "Blocage", "Réserve", "Déblocage", "Montant bloqué", "Provision")
HEADERS = (
    Header("type"),
    Header("date", ("Date de l'opération", "Date et heure", "Date (UTC)")),
    Header("amount", ("Montant", "Montant (EUR)", "Montant (€)", "Montant TTC")),
    Header("id", ("ID API", "ID", "Identifiant", "Identifiant API")),
    Header("description", ("Libellé",), required=False),
    Header("email", ("E-mail", "Email", "E-mail client", "Adresse e-mail"), required=False),
    Header("currency", ("Devise",), required=False),
    Header("order", ("Commande", "Numéro de commande", "ID commande", "Référence", "Order"), required=False),
    Header("customer", ("ID client",), required=False),
    Header("status", ("Statut", "État"), required=False),
    Header("payment", ("ID paiement", "Paiement d'origine", "payment_id", "ID du paiement"), required=False),
)
STATUSES = {
    **all_are(
        "succeeded", "Payé", "Effectué", "Réussi", "Succès", "Remboursé", "Terminé", "paid", "succeeded", "Validé", "OK"
    ),
    **all_are("pending", "En attente", "pending", "En cours"),
    **all_are("failed", "Échoué", "failed", "Refusé", "Rejeté"),
    **all_are("canceled", "Annulé", "canceled", "Abandonné"),
}
ROWS = """
select source_row, type as native_type, status as native_status,
    case
        when either_amount(amount) not like '-%' then null
        when id like 're\\_%' escape '\\' then 'refund'
        when regexp_matches(plain_words(type), '^(factur|commission|frais|abonnement)') then 'fee'
    end as movement,
    either_amount(amount) as gross, coalesce(currency_text(currency), 'EUR') as currency,
    slashed_instant(date, $time_zone) as moved_at,
    coalesce(id, concat_ws(' ', left(slashed_instant(date, $time_zone), 10), type, cents_text(either_amount(amount)), nullif(cast(row_number() over (
        partition by id, left(slashed_instant(date, $time_zone), 10), type, amount order by source_row) - 1 as varchar), '0'))) as id,
    coalesce(payment, case when id like 'pay\\_%' escape '\\' then id end) as payment_id,
    coalesce("order", order_in(description), customer) as order_reference, email as customer_email,
    nullif(concat_ws(' ', type, description), '') as description, id as bank_reference
from staged
"""
SOURCES = (
    movements_table("payplug_accounting", "payplug", HEADERS, ROWS, types=TYPES, moveless=MOVELESS, statuses=STATUSES),
)
