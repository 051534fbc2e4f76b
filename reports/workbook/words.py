"""The closed lists of the ledger in the reader's words."""

from datetime import date

from pipelines.domain.breaks import break_words

NATURES = {
    "return": "Retour",
    "cancellation": "Annulation",
    "non_delivery": "Non livré",
    "price_reduction": "Remise après vente",
    "goodwill": "Geste commercial",
    "error": "Erreur de facturation",
    "counter_document": "Annule un avoir",
}
SETTLEMENTS = {
    "refund": "Remboursement",
    "store_credit": "Bon d'achat",
    "exchange": "Échange",
    "chargeback": "Litige bancaire",
    "none": "Aucun",
    "unknown": "À établir",
}
CREDIT_NOTE_STATES = {
    "draft": "Brouillon",
    "issued": "Émis",
    "open": "Non soldé",
    "part_settled": "Soldé en partie",
    "settled": "Soldé",
    "written_off": "Passé en perte",
    "cancelled": "Annulé",
}
REFUND_STATES = {
    "open": "Sans avoir",
    "matched": "Rapproché",
    "part_matched": "Rapproché en partie",
    "reversed": "Revenu",
    "accepted": "Accepté",
    "ignored": "Ignoré",
    "pending": "En attente",
    "failed": "Échoué",
}
MOVEMENTS = {
    "refund": "Remboursement",
    "refund_failure": "Échec de remboursement",
    "dispute": "Litige",
    "dispute_reversal": "Litige gagné",
    "fee": "Frais",
    "adjustment": "Ajustement",
    "unknown": "Mouvement inconnu",
}
MOVEMENT_STATUSES = {"pending": "En attente", "succeeded": "Abouti", "failed": "Échoué", "canceled": "Annulé"}
LEGS = {
    "present": "✓ présent",
    "pending": "○ pas encore dû",
    "missing": "✗ manquant",
    "not_observed": "○ non observé",
    "not_expected": "– sans objet",
}
CONTROL_STATES = {"ties": "✓ juste", "differs": "✗ diffère", "not_observed": "○ non observé"}
ALLOCATION_STATUSES = {"proposed": "Proposé", "confirmed": "Confirmé", "rejected": "Refusé", "revoked": "Annulé"}
RULES = {
    "decision": "Décision",
    "refund_id": "Identifiant du remboursement",
    "credit_note_number": "Numéro de l'avoir",
    "payment": "Paiement de la commande",
    "order_reference": "Référence de la commande",
    "description": "Commande dans le libellé",
    "order_amount": "Commande et montant",
    "group": "Montants cumulés",
    "customer_group": "Montants cumulés du client",
    "tolerance": "À quelques centimes près",
    "pending": "Remboursement en attente",
    "customer": "Adresse et montant",
    "amount": "Montant seul",
    "ambiguous": "Plusieurs réponses",
}
PEOPLE = {"rule": "Règle"}
BREAK_STATUSES = {"open": "À traiter", "decided": "Décidé", "closed": "Clos"}
MONTH_STATES = {"open": "ouvert", "prepared": "préparé", "approved": "approuvé", "sealed": "scellé"}
BREAKS = break_words("fr")


def day_in_words(day: date) -> str:
    """« 31/10/2026 »."""
    return f"{day:%d/%m/%Y}"
