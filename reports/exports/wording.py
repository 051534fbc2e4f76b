"""How accounting software wants text and amounts: narrow fields, plain letters, commas, no sign."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
import unicodedata

from pipelines.domain.entries import EntryLine
from pipelines.domain.messages import books as messages
from pipelines.domain.refusals import Refusal

_REPLACED = {
    ord(character): words for character, words in {"€": "EUR", "’": "'", "œ": "oe", "Œ": "OE", "…": "..."}.items()
}


@lru_cache(maxsize=65_536)
def one_line(words: str | None, separators: str = "") -> str:
    """Text on one line, without the characters that would end a field."""
    text = words or ""
    if text.isprintable() and not any(separator in text for separator in separators):
        return " ".join(text.split())
    cleaned = "".join(
        " " if character in separators or not character.isprintable() else character for character in text
    )
    return " ".join(cleaned.split())


@lru_cache(maxsize=65_536)
def plain(words: str | None, separators: str = "") -> str:
    """The same in plain ASCII: accents are dropped, what has no letter becomes a question mark."""
    text = one_line(words, separators)
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_REPLACED))
    return (
        "".join(character for character in decomposed if not unicodedata.combining(character))
        .encode("ascii", "replace")
        .decode()
    )


def ending(piece: str, width: int) -> str:
    """The last characters of a piece: the digits that tell one from the next stand at its end."""
    return plain(piece)[-width:]


def comma(amount: Decimal) -> str:
    """`1234,50`."""
    return f"{amount:.2f}".replace(".", ",")


def side(line: EntryLine) -> str:
    """D or C."""
    return "D" if line.debit else "C"


def size(line: EntryLine) -> Decimal:
    """The amount of a line, whichever its side."""
    return line.debit or line.credit


def single_account(line: EntryLine) -> str:
    """For software with one account field: the auxiliary under its collective, `411WEB`, else the account."""
    return f"{line.account[:3]}{line.auxiliary}" if line.auxiliary else line.account


def shortened(accounts: Iterable[str], width: int) -> Mapping[str, str]:
    """Each account as the software's field holds it. Raises Refusal when two accounts would become one."""
    found: dict[str, str] = {}
    for account in sorted(set(accounts)):
        short = plain(account)[:width]
        if short in found.values():
            raise Refusal(messages.ACCOUNT_TOO_LONG, account=account, width=width)
        found[account] = short
    return found
