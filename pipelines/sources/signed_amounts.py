"""Exact amounts as text, for the formats that are no table: sums, signs, rates."""

from decimal import Decimal, InvalidOperation

USUAL_RATES = tuple(
    Decimal(rate) for rate in ("0", "2.1", "5.5", "8.5", "10", "20", "19", "21", "22", "23", "25", "17", "7", "6", "4")
)
CENT = Decimal("0.01")
HUNDRED = Decimal(100)


def exact(text: str | None) -> Decimal | None:
    """The number a text says, or nothing."""
    try:
        value = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return value if value is None or value.is_finite() else None


def plain(value: Decimal, places: int = 2) -> str:
    """A number as the plain format writes it: at least two decimals, at most `places`, none of them idle."""
    rounded = value.quantize(Decimal(1).scaleb(-places)) if -value.as_tuple().exponent > places else value  # type: ignore[operator]
    whole, _, decimals = f"{rounded:f}".partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"


def opposite(text: str | None) -> str | None:
    """The same amount under the other sign."""
    if text is None:
        return None
    return text[1:] if text.startswith("-") else f"-{text}"


def unsigned(text: str | None) -> str | None:
    """The amount without its sign."""
    return text.lstrip("-+") if text is not None else None


def is_negative(text: str | None) -> bool:
    """Whether an amount takes away."""
    return (text or "").startswith("-")


def rate_of(net: Decimal, gross: Decimal, tolerance: Decimal = CENT) -> Decimal:
    """The VAT rate between a net and a gross amount: a usual one if rounding explains the difference, else the exact one."""
    if net == 0:
        return Decimal(0)
    usual = [rate for rate in USUAL_RATES if abs(net * (HUNDRED + rate) / HUNDRED - gross) <= tolerance]
    measured = (gross - net) * HUNDRED / net
    if usual:
        return min(usual, key=lambda rate: abs(rate - measured))
    return measured.quantize(CENT)
