"""Exact money: the one place that rounds, and the one that shares out the cents left over."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
import re

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}
NO_BREAK = "\u00a0"
_AMOUNT = re.compile(r"-?\d{1,15}(\.\d{1,2})?")


def amount(text: str) -> Decimal:
    """Read an amount in the plain format: a dot, at most two decimals. Raises ValueError on anything else."""
    if not _AMOUNT.fullmatch(text):
        raise ValueError(text)
    return Decimal(text).quantize(CENT)


def to_cents(exact: Decimal) -> Decimal:
    """Round half up, away from zero on a tie, to the cent: VAT rounds this way, once (DECISIONS.md, rounding)."""
    return exact.quantize(CENT, rounding=ROUND_HALF_UP)


def split(total: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """Share a total by weight without gaining or losing a cent.

    Cents left over by rounding go to the largest remainders, first come first served. Weights are
    not negative and not all zero.
    """
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    shares = [share.quantize(CENT, rounding=ROUND_FLOOR) for share in exact]
    spare = int((total - sum(shares)) / CENT)
    by_remainder = sorted(range(len(weights)), key=lambda i: shares[i] - exact[i])
    for i in by_remainder[:spare]:
        shares[i] += CENT
    return shares


def in_words(value: Decimal, currency: str = "EUR", language: str = "fr") -> str:
    """An amount as the French write it, « 1 234,50 € » with narrow no-break spaces, or the English, “€1,234.50”."""
    if language == "en":
        return f"{'-' if value < 0 else ''}{SIGNS.get(currency, currency + NO_BREAK)}{abs(value):,.2f}"
    digits = f"{value:,.2f}".replace(",", "\u202f").replace(".", ",")
    return f"{digits}{NO_BREAK}{SIGNS.get(currency, currency)}"
