"""The words of `registre-des-retours.xlsx`: the sheet a merchant fills for goods that come back."""

from collections.abc import Mapping
from types import MappingProxyType

from pipelines.domain.shop.policy import usual_reasons

SHEET = "Retours"
NAME = "registre-des-retours.xlsx"
RETURN, ORDER, SKU, QUANTITY = "N° de retour", "N° de commande", "Référence article", "Quantité"
NOTIFIED, SENT, RECEIVED = "Demandé le", "Renvoyé le", "Reçu le"
REASON, COMMENT, CONDITION, DECISION = "Motif", "Commentaire", "État constaté", "Décision"
PAYER, COST = "Port payé par", "Coût du port"
COLUMNS = (RETURN, ORDER, SKU, QUANTITY, NOTIFIED, SENT, RECEIVED, REASON, COMMENT, CONDITION, DECISION, PAYER, COST)
REASONS: Mapping[str, str] = MappingProxyType({reason.words: code for code, reason in usual_reasons().items()})
CONDITIONS: Mapping[str, str] = MappingProxyType(
    {"Neuf": "new", "Ouvert": "opened", "Utilisé": "used", "Abîmé": "damaged", "Inconnu": "unknown"}
)
DECISIONS: Mapping[str, str] = MappingProxyType(
    {
        "Remise en stock": "restock",
        "Remise en état": "refurbish",
        "Quarantaine": "quarantine",
        "Don": "donate",
        "Recyclage": "recycle",
        "Destruction": "destroy",
        "Non retourné": "not_returned",
        "Perdu en transport": "lost_in_transit",
        "Mauvais article": "wrong_item",
    }
)
PAYERS: Mapping[str, str] = MappingProxyType({"Boutique": "merchant", "Client": "customer"})
LISTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {REASON: tuple(REASONS), CONDITION: tuple(CONDITIONS), DECISION: tuple(DECISIONS), PAYER: tuple(PAYERS)}
)
"""The columns filled from a list, with its words."""
