"""The kinds of break, a closed list: each in words, with the one thing to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of break, as people read it, and its proposed action."""

    code: str
    french: str
    english: str
    french_action: str
    english_action: str

    def action(self, language: str = "fr") -> str:
        """What to do, in the shop's language."""
        return self.english_action if language == "en" else self.french_action


KINDS = (
    Kind(
        "credit_note_without_refund",
        "Avoir sans remboursement",
        "Credit note without refund",
        "Rembourser le client",
        "Refund the customer",
    ),
    Kind(
        "refund_without_credit_note",
        "Remboursement sans avoir",
        "Refund without credit note",
        "Émettre l'avoir",
        "Issue the credit note",
    ),
    Kind(
        "refund_over",
        "Remboursé de trop",
        "Refunded too much",
        "Avoir complémentaire, ou récupérer le trop-versé",
        "Issue a further credit note, or recover the excess",
    ),
    Kind(
        "refund_under",
        "Remboursé trop peu",
        "Refunded too little",
        "Rembourser le reste, ou déclarer la retenue",
        "Refund the rest, or declare what was kept",
    ),
    Kind(
        "duplicate_refund",
        "Remboursé deux fois",
        "Refunded twice",
        "Récupérer le second remboursement",
        "Recover the second refund",
    ),
    Kind(
        "refund_failed",
        "Remboursement échoué",
        "Refund failed",
        "Rembourser de nouveau, par un autre moyen",
        "Refund again, by another means",
    ),
    Kind(
        "refund_exceeds_capture",
        "Remboursé plus qu'encaissé",
        "Refunded more than captured",
        "Vérifier et récupérer l'excédent",
        "Check and recover the excess",
    ),
    Kind(
        "refund_means_differs",
        "Autre moyen de paiement",
        "Another means of payment",
        "Garder l'accord du client",
        "Keep the customer's consent",
    ),
    Kind(
        "chargeback_after_refund",
        "Contesté et remboursé",
        "Disputed and refunded",
        "Contester avec la preuve du remboursement",
        "Answer the dispute with the proof of refund",
    ),
    Kind(
        "store_credit_and_refund",
        "Bon d'achat et remboursement",
        "Store credit and refund",
        "Annuler le bon d'achat, ou récupérer l'argent",
        "Cancel the store credit, or recover the money",
    ),
    Kind(
        "currency_differs",
        "Autre devise",
        "Another currency",
        "Rapprocher à la main après vérification",
        "Check, then link by hand",
    ),
    Kind(
        "ambiguous",
        "Plusieurs réponses possibles",
        "Several possible answers",
        "Choisir l'avoir réglé",
        "Choose the credit note settled",
    ),
    Kind(
        "unknown_order",
        "Commande inconnue",
        "Unknown order",
        "Retrouver la commande, ou l'export manquant",
        "Find the order, or the missing export",
    ),
    Kind(
        "refund_late", "Remboursement en retard", "Refund late", "Verser la majoration légale", "Pay the legal increase"
    ),
    Kind(
        "credit_exceeds_invoice",
        "Avoir supérieur à la facture",
        "Credit note above invoice",
        "Corriger l'avoir",
        "Correct the credit note",
    ),
    Kind(
        "vat_differs",
        "TVA différente de la facture",
        "VAT differs from the invoice",
        "Corriger le taux de l'avoir",
        "Correct the credit note's rate",
    ),
    Kind(
        "missing_origin_invoice",
        "Facture d'origine absente",
        "Origin invoice missing",
        "Indiquer la facture d'origine",
        "State the origin invoice",
    ),
    Kind(
        "document_invalid",
        "Document non conforme",
        "Invalid document",
        "Compléter les mentions obligatoires",
        "Complete the mandatory mentions",
    ),
    Kind(
        "number_gap",
        "Trou dans la numérotation",
        "Gap in the numbers",
        "Retrouver ou justifier le numéro",
        "Find or justify the number",
    ),
    Kind(
        "number_out_of_order",
        "Numéro hors de l'ordre des dates",
        "Number out of date order",
        "Justifier l'ordre",
        "Justify the order",
    ),
    Kind(
        "return_without_credit_note",
        "Retour sans avoir",
        "Return without credit note",
        "Émettre l'avoir",
        "Issue the credit note",
    ),
    Kind(
        "credit_note_without_return",
        "Avoir sans retour",
        "Credit note without return",
        "Réclamer l'article, ou changer la nature",
        "Claim the goods, or change the nature",
    ),
    Kind(
        "credit_exceeds_return",
        "Avoir supérieur au retour",
        "Credit note above return",
        "Vérifier les quantités reçues",
        "Check the quantities received",
    ),
    Kind("restocked_twice", "Remis en stock deux fois", "Restocked twice", "Corriger le stock", "Correct the stock"),
    Kind("restock_missing", "Non remis en stock", "Not restocked", "Remettre en stock", "Put back in stock"),
    Kind(
        "restock_without_receipt",
        "Remis en stock sans réception",
        "Restocked without receipt",
        "Corriger le stock",
        "Correct the stock",
    ),
    Kind("stock_drift", "Dérive du stock", "Stock drift", "Compter l'article", "Count the article"),
    Kind(
        "payout_differs",
        "Versement différent",
        "Payout differs",
        "Demander le détail au prestataire",
        "Ask the provider for the detail",
    ),
    Kind(
        "fee_differs",
        "Frais différents",
        "Fee differs",
        "Vérifier la ligne du prestataire",
        "Check the provider's line",
    ),
    Kind(
        "unknown_movement",
        "Mouvement inconnu",
        "Unknown movement",
        "Identifier le mouvement (compte 471)",
        "Identify the movement (account 471)",
    ),
    Kind(
        "coverage_hole",
        "Jours sans export",
        "Days without export",
        "Déposer l'export manquant",
        "Drop the missing export",
    ),
)
"""Every kind, in the order of design.md."""


NUANCES = (
    Kind(
        "pending",
        "Remboursement en attente",
        "Refund pending",
        "Attendre le remboursement, ou relancer le prestataire",
        "Wait for the refund, or ask the provider",
    ),
    Kind(
        "dispute",
        "Litige perdu",
        "Lost dispute",
        "Rapprocher l'avoir du litige perdu",
        "Link the credit note to the lost dispute",
    ),
)
"""What else to do about a credit note without refund, where refunding the customer would pay them twice."""


def break_words(language: str = "fr") -> dict[str, str]:
    """Each kind in words, in the reader's language."""
    return {kind.code: kind.english if language == "en" else kind.french for kind in KINDS}
