"""Exact money: the one place that rounds, and the one that shares out the cents left over."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
import re

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
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


def in_words(value: Decimal, currency: str = "EUR") -> str:
    """An amount as the French write it: « 1 234,50 € », with narrow no-break spaces."""
    digits = f"{value:,.2f}".replace(",", "\u202f").replace(".", ",")
    sign = {"EUR": "€", "GBP": "£", "USD": "$"}.get(currency, currency)
    return f"{digits}\u00a0{sign}"
