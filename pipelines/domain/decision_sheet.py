"""The sheets of the workbook where a person decides: their columns, the words of the list, how a row is recognised."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
import hashlib
import re

MANIFEST = "Lettrage"
MONTH, SHOP, SHEET = "#mois", "#boutique", "#feuille"
HEADER_ROW = 4
DECISION, PRECISION, COMMENT, OWNER, KEY = "Décision", "Précision", "Commentaire", "Responsable", "Clé"
PROTECTED = (
    "N° d'avoir",
    "Prestataire",
    "Remboursement",
    "Commande",
    "Article",
    "Devise",
    "Montant",
    "TVA en jeu",
)
BREAK_WORDS: Mapping[str, str] = {
    "Rapprocher": "link",
    "Passer en perte": "write_off",
    "Ignorer": "ignore",
    "Accepter": "accept",
    "Délettrer": "unmatch",
    "Confirmer": "confirm",
    "Refuser": "reject",
    "Annuler la décision": "revoke",
}
PAIR_WORDS = ("Confirmer", "Refuser", "Délettrer", "Annuler la décision")
_SIGNS = re.compile(r"_x[0-9A-Fa-f]{4}_|[^\w]")


def pair_key(credit_note_number: str, provider: str, refund_id: str) -> str:
    """The key of a pair: a break has its own."""
    return f"pair|{credit_note_number}|{provider}|{refund_id}"


def row_key(identity: str) -> str:
    """An item's identity as the hidden column bears it: no program rewrites these signs."""
    return hashlib.sha256(identity.encode()).hexdigest()[:24]


def fingerprint(values: Sequence[object]) -> str:
    """What a row said when it was written, however a spreadsheet retypes its numbers and signs."""
    said = [_plain("" if value is None else str(value)) for value in values]
    return hashlib.sha256("|".join(said).encode()).hexdigest()[:16]


@lru_cache(maxsize=4096)
def words_print(words: str) -> str:
    """What a person had written, whatever becomes of the spaces around."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:16]


@lru_cache(maxsize=65_536)
def _plain(text: str) -> str:
    """An amount to the cent, or the letters and digits of a text."""
    try:
        return f"{Decimal(text).quantize(Decimal('0.01')):f}"
    except (InvalidOperation, ValueError):
        return _SIGNS.sub("", text)
