"""The fixed words of the month's pack."""

from collections.abc import Mapping

FRENCH: Mapping[str, str] = {
    "heading": "Avoirs du mois",
    "count": "Avoirs",
    "total": "Total TTC",
    "undone": "Annulés par contre-document",
    "per_rate": "Par taux de TVA",
    "rate": "Taux",
    "net": "HT",
    "vat": "TVA",
    "gross": "TTC",
    "per_means": "Par règlement",
    "means": "Règlement",
    "numbers": "Numéros",
    "series": "Série",
    "first": "Premier",
    "last": "Dernier",
    "documents": "Du mois",
    "elsewhere": "D’un autre mois",
    "missing": "Numéros manquants :",
    "no_gap": "aucun.",
    "refund": "Remboursement",
    "store_credit": "Bon d’achat",
    "exchange": "Échange",
    "chargeback": "Contestation de paiement",
    "none": "Aucun versement",
    "unknown": "Non précisé",
}
ENGLISH: Mapping[str, str] = {
    "heading": "Credit notes of the month",
    "count": "Credit notes",
    "total": "Gross total",
    "undone": "Cancelled by counter-document",
    "per_rate": "By VAT rate",
    "rate": "Rate",
    "net": "Net",
    "vat": "VAT",
    "gross": "Gross",
    "per_means": "By settlement",
    "means": "Settlement",
    "numbers": "Numbers",
    "series": "Series",
    "first": "First",
    "last": "Last",
    "documents": "Of the month",
    "elsewhere": "Of another month",
    "missing": "Missing numbers:",
    "no_gap": "none.",
    "refund": "Refund",
    "store_credit": "Store credit",
    "exchange": "Exchange",
    "chargeback": "Payment dispute",
    "none": "No payment",
    "unknown": "Not stated",
}


def words(language: str) -> Mapping[str, str]:
    """The fixed words of one language."""
    return FRENCH if language == "fr" else ENGLISH
