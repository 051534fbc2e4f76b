"""VAT of one line, taken out of a gross amount or added to a net one (DECISIONS.md, rounding)."""

from decimal import Decimal

from pipelines.domain.money import to_cents

HUNDRED = Decimal(100)


def vat_inside(gross: Decimal, rate: Decimal) -> Decimal:
    """The VAT contained in a gross amount; rate in percent."""
    return to_cents(gross * rate / (HUNDRED + rate))


def vat_on(net: Decimal, rate: Decimal) -> Decimal:
    """The VAT due on top of a net amount; rate in percent."""
    return to_cents(net * rate / HUNDRED)
