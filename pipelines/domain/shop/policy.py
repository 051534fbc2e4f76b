"""Sections [returns] and [reasons.…]: the return policy, and what each reason means in law (law.md §2)."""

from dataclasses import dataclass
from enum import StrEnum


class LegalBasis(StrEnum):
    """On what ground money is owed back; it decides the clock and the increase."""

    WITHDRAWAL = "withdrawal"
    CONFORMITY = "conformity"
    NON_DELIVERY = "non_delivery"
    COMMERCIAL = "commercial"
    B2B = "b2b"


class Payer(StrEnum):
    """Who pays the carriage of a return."""

    MERCHANT = "merchant"
    CUSTOMER = "customer"


class Disposition(StrEnum):
    """What became of returned goods."""

    RESTOCK = "restock"
    REFURBISH = "refurbish"
    QUARANTINE = "quarantine"
    DONATE = "donate"
    RECYCLE = "recycle"
    DESTROY = "destroy"
    NOT_RETURNED = "not_returned"
    LOST_IN_TRANSIT = "lost_in_transit"
    WRONG_ITEM = "wrong_item"


@dataclass(frozen=True, slots=True)
class ReturnPolicy:
    """Delays in days (C. conso L221-18, L221-23, L221-24) and what the shop promises beyond the law."""

    withdrawal_days: int = 14
    sending_days: int = 14
    refund_days: int = 14
    commercial_refund_days: int = 30
    seller_defers: bool = True
    return_cost_informed: bool = True
    mediator: str = ""
    return_address: str = ""
    withdrawal_link: str = ""
    label_provided: bool = False
    not_returnable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """What one reason code means: in words, in law, for the goods, and which phrases of a customer tell it."""

    words: str
    legal_basis: LegalBasis
    carriage_paid_by: Payer
    disposition: Disposition
    phrases: tuple[str, ...] = ()


FAULTY = ("défectueu", "défaut", "ne fonctionne", "ne marche", "en panne")
DAMAGED = ("abîmé", "cassé", "endommagé", "écrasé")
UNLIKE = ("non conforme", "pas conforme", "pas comme sur", "ne correspond pas", "différent de la photo")
WRONG = ("mauvais article", "erreur d'article", "pas le bon", "erreur de référence")
SMALL = ("trop petit", "taille petit", "trop serré", "trop court", "too small")
LARGE = ("trop grand", "taille grand", "trop large", "trop long", "too large", "too big")
REGRETTED = ("changé d'avis", "changement d'avis", "plaît pas", "plait pas")
MISSING = ("jamais reçu", "jamais livré", "non livré", "non reçu")


def usual_reasons() -> dict[str, Reason]:
    """The closed list of reason codes with the usual meaning of each."""
    merchant, customer = Payer.MERCHANT, Payer.CUSTOMER
    conformity, withdrawal = LegalBasis.CONFORMITY, LegalBasis.WITHDRAWAL
    restock, quarantine = Disposition.RESTOCK, Disposition.QUARANTINE
    return {
        "defective": Reason("Article défectueux", conformity, merchant, quarantine, FAULTY),
        "damaged_in_transit": Reason("Abîmé pendant le transport", conformity, merchant, quarantine, DAMAGED),
        "not_as_described": Reason("Non conforme à la description", conformity, merchant, restock, UNLIKE),
        "wrong_item": Reason("Erreur d'article", conformity, merchant, restock, WRONG),
        "too_small": Reason("Trop petit", withdrawal, customer, restock, SMALL),
        "too_large": Reason("Trop grand", withdrawal, customer, restock, LARGE),
        "quality": Reason("Qualité décevante", withdrawal, customer, restock, ("qualité", "tissu fin", "bouloche")),
        "changed_mind": Reason("Changement d'avis", withdrawal, customer, restock, REGRETTED),
        "late_delivery": Reason(
            "Livraison tardive", withdrawal, customer, restock, ("trop tard", "en retard", "tardive")
        ),
        "not_delivered": Reason(
            "Jamais livré", LegalBasis.NON_DELIVERY, merchant, Disposition.LOST_IN_TRANSIT, MISSING
        ),
        "duplicate_order": Reason(
            "Commande en double", withdrawal, customer, restock, ("en double", "commandé deux fois")
        ),
        "no_longer_needed": Reason("Plus besoin", withdrawal, customer, restock, ("plus besoin", "plus utile")),
        "other": Reason("Autre motif", withdrawal, customer, restock),
    }
