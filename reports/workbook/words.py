"""The closed lists of the ledger in the reader's words."""

from datetime import date

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
BREAKS = {
    "credit_note_without_refund": "Avoir sans remboursement",
    "refund_without_credit_note": "Remboursement sans avoir",
    "refund_over": "Remboursé en trop",
    "refund_under": "Remboursé en moins",
    "duplicate_refund": "Remboursé deux fois",
    "refund_failed": "Remboursement échoué",
    "refund_exceeds_capture": "Remboursé plus que payé",
    "refund_means_differs": "Autre moyen de paiement",
    "chargeback_after_refund": "Litige après remboursement",
    "store_credit_and_refund": "Bon d'achat et remboursement",
    "currency_differs": "Devises différentes",
    "ambiguous": "Plusieurs réponses possibles",
    "unknown_order": "Commande inconnue",
    "refund_late": "Remboursement en retard",
    "credit_exceeds_invoice": "Avoir supérieur à la facture",
    "vat_differs": "TVA différente de la facture",
    "missing_origin_invoice": "Facture d'origine absente",
    "document_invalid": "Document non conforme",
    "number_gap": "Numéro manquant",
    "number_out_of_order": "Numéro hors d'ordre",
    "return_without_credit_note": "Retour sans avoir",
    "credit_note_without_return": "Avoir sans retour",
    "credit_exceeds_return": "Avoir supérieur au retour",
    "restocked_twice": "Remis en stock deux fois",
    "restock_missing": "Remise en stock absente",
    "restock_without_receipt": "Remis en stock sans réception",
    "stock_drift": "Stock différent de la boutique",
    "payout_differs": "Versement différent",
    "fee_differs": "Frais différents",
    "unknown_movement": "Mouvement inconnu",
    "coverage_hole": "Trou dans les fichiers",
}
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def month_in_words(month: str) -> str:
    """« octobre 2026 »."""
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"


def day_in_words(day: date) -> str:
    """« 31/10/2026 »."""
    return f"{day:%d/%m/%Y}"
