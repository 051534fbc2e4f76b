"""Amounts, rates, quantities and days as the French or the English write them."""

from datetime import date
from decimal import Decimal

from pipelines.domain.credit_notes import CreditNoteLine
from pipelines.domain.money import NO_BREAK, in_words, to_cents
from pipelines.domain.months import month_name, month_words


def number(value: Decimal, language: str, least: int = 0) -> str:
    """A quantity, price or rate without useless zeros, but at least so many decimals."""
    whole, _, decimals = f"{value:,f}".partition(".")
    decimals = decimals.rstrip("0").ljust(least, "0")
    if language == "fr":
        return whole.replace(",", "\u202f") + ("," + decimals if decimals else "")
    return whole + ("." + decimals if decimals else "")


def rate(value: Decimal, language: str) -> str:
    """« 5,5 % » or “5.5%”."""
    return number(value, language) + (f"{NO_BREAK}%" if language == "fr" else "%")


def day(value: date, language: str) -> str:
    """« 1er octobre 2026 » or “1 October 2026”."""
    first = "1er" if value.day == 1 and language == "fr" else str(value.day)
    return f"{first}{NO_BREAK}{month_name(value.month, language)}{NO_BREAK}{value.year}"


def unit_price(line: CreditNoteLine, currency: str, language: str) -> str:
    """The unit price before VAT: in cents where that says it exactly, otherwise with the decimals it has."""
    cents = to_cents(line.unit_price_net)
    if to_cents(cents * line.quantity) == line.net:
        return in_words(cents, currency, language)
    return number(line.unit_price_net, language, 2)


def month(value: str, language: str) -> str:
    """« octobre 2026 » for `2026-10`."""
    return month_words(value, language).replace(" ", NO_BREAK)
