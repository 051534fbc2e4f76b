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
    """What one reason code means: in words, in law, and for the goods."""

    words: str
    legal_basis: LegalBasis
    carriage_paid_by: Payer
    disposition: Disposition


def usual_reasons() -> dict[str, Reason]:
    """The closed list of reason codes with the usual meaning of each."""
    merchant, customer = Payer.MERCHANT, Payer.CUSTOMER
    conformity, withdrawal = LegalBasis.CONFORMITY, LegalBasis.WITHDRAWAL
    restock, quarantine = Disposition.RESTOCK, Disposition.QUARANTINE
    return {
        "defective": Reason("Article défectueux", conformity, merchant, quarantine),
        "damaged_in_transit": Reason("Abîmé pendant le transport", conformity, merchant, quarantine),
        "not_as_described": Reason("Non conforme à la description", conformity, merchant, restock),
        "wrong_item": Reason("Erreur d'article", conformity, merchant, restock),
        "too_small": Reason("Trop petit", withdrawal, customer, restock),
        "too_large": Reason("Trop grand", withdrawal, customer, restock),
        "quality": Reason("Qualité décevante", withdrawal, customer, restock),
        "changed_mind": Reason("Changement d'avis", withdrawal, customer, restock),
        "late_delivery": Reason("Livraison tardive", withdrawal, customer, restock),
        "not_delivered": Reason("Jamais livré", LegalBasis.NON_DELIVERY, merchant, Disposition.LOST_IN_TRANSIT),
        "duplicate_order": Reason("Commande en double", withdrawal, customer, restock),
        "no_longer_needed": Reason("Plus besoin", withdrawal, customer, restock),
        "other": Reason("Autre motif", withdrawal, customer, restock),
    }
