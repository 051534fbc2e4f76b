"""The whole story of one return, from any of its numbers: what was read and where, which rule won, what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from pipelines.domain.breaks import break_words
from pipelines.domain.money import in_words
from pipelines.warehouse import Warehouse

FACTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "order": ("Commande", "Order"),
        "payment": ("Encaissement", "Payment"),
        "return": ("Retour", "Return"),
        "credit_note": ("Avoir", "Credit note"),
        "refund": ("Remboursement", "Refund"),
        "refund_failure": ("Échec du remboursement", "Refund failure"),
        "dispute": ("Litige", "Dispute"),
        "dispute_reversal": ("Litige gagné", "Dispute won"),
        "fee": ("Frais", "Fee"),
        "adjustment": ("Ajustement", "Adjustment"),
        "unknown": ("Mouvement inconnu", "Unknown movement"),
        "led_to_order": ("Piste", "Lead"),
        "allocation": ("Rapprochement", "Allocation"),
        "residual": ("Différence expliquée", "Explained difference"),
        "leg": ("Document · argent · marchandise", "Document · money · goods"),
        "break": ("Écart", "Break"),
        "decision": ("Décision", "Decision"),
    }
)


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the story, and the archived file and row it was read from."""

    fact: str
    told_on: date | None
    subject: str
    amount: Decimal | None
    currency: str | None
    state: str | None
    detail: str | None
    source_file: str | None
    source_row: int | None

    def line(self, language: str = "fr") -> str:
        """The line as people read it."""
        day = f"{self.told_on:%d/%m/%Y}" if self.told_on else " " * 10
        amount = in_words(self.amount, self.currency or "EUR", language) if self.amount is not None else ""
        source = f"[{self.source_file[:12]}, {self.source_row}]" if self.source_file else ""
        subject = break_words(language).get(self.subject, self.subject)
        parts = (FACTS[self.fact][language == "en"], subject, amount, self.state, self.detail, source)
        return "  ".join((day, *(part for part in parts if part)))


def explain(shelf: Warehouse, text: str) -> list[Told]:
    """Everything the shelf tells of a credit note, refund, order or return; nothing when it knows no such number."""
    return shelf.records(Told, "shelf/explain", text=text.strip())
