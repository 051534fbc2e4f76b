"""What may be wrong with a bank's statement file."""

from pipelines.domain.messages import Message


def _bank(code: str, french: str, french_remedy: str, english: str, english_remedy: str) -> Message:
    return Message(code, french, french_remedy, english, english_remedy, exit_code=3)


_AGAIN = "Demandez à nouveau le relevé à la banque, entier et sans le modifier."
_AGAIN_ENGLISH = "Ask the bank for the statement again, whole and unaltered."
OPEN_STATEMENT = _bank(
    "bank-open-statement",
    "le relevé du compte {account} n'a pas de nouveau solde : il est coupé.",
    _AGAIN,
    "the statement of account {account} has no new balance: it is cut.",
    _AGAIN_ENGLISH,
)
NO_STATEMENT = _bank(
    "bank-no-statement",
    "un enregistrement {record} se trouve hors d'un relevé : le début manque.",
    _AGAIN,
    "a record {record} stands outside any statement: the beginning is missing.",
    _AGAIN_ENGLISH,
)
UNKNOWN_RECORD = _bank(
    "bank-unknown-record",
    "l'enregistrement « {record} » n'est pas d'un relevé de compte.",
    "Déposez le relevé de compte (CFONB 120) ; les prélèvements et virements (CFONB 160, 240) ne se lisent pas ici.",
    'record "{record}" is not one of an account statement.',
    "Drop the account statement (CFONB 120); orders of debit and transfer (CFONB 160, 240) are not read here.",
)
IMPOSSIBLE_DATE = _bank(
    "bank-impossible-date",
    "« {value} » n'est pas une date possible.",
    _AGAIN,
    '"{value}" is no possible date.',
    _AGAIN_ENGLISH,
)
IMPOSSIBLE_AMOUNT = _bank(
    "bank-impossible-amount",
    "« {value} » n'est pas un montant.",
    _AGAIN,
    '"{value}" is no amount.',
    _AGAIN_ENGLISH,
)
UNREADABLE = _bank(
    "bank-unreadable",
    "ce fichier {format} ne se lit pas ({reason}).",
    _AGAIN,
    "this {format} file cannot be read ({reason}).",
    _AGAIN_ENGLISH,
)
