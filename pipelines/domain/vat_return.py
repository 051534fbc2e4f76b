"""What a period's credit notes do to the VAT return (CA3) and to the one-stop shop's return ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from pipelines.domain.money import ZERO
from pipelines.domain.months import first_day, last_day, months_before
from pipelines.domain.shop.vat import Regime

EURO = Decimal(1)
RATE_LINES = {"20.00": "08", "5.50": "09", "10.00": "9B", "8.50": "10", "2.10": "11"}
END_OF_SIMPLIFIED = "2027-01"
YEARS_TO_CORRECT = 3


class Side(StrEnum):
    """What bears the VAT."""

    SALE = "sale"
    CREDIT_NOTE = "credit_note"


class Presentation(StrEnum):
    """Credit notes taken off bases and taxes, or shown apart: base in B5, VAT in line 21."""

    NET = "net"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class VatAmount:
    """What one side bears in a period, per scheme, country, rate in percent and quarter of the original supply."""

    side: str
    scheme: str
    country: str
    vat_rate: Decimal
    supply_quarter: str
    currency: str
    net: Decimal
    vat: Decimal

    @property
    def sign(self) -> int:
        """Credit notes take away."""
        return -1 if self.side == Side.CREDIT_NOTE else 1


@dataclass(frozen=True, slots=True)
class Box:
    """One box of the CA3, in whole euros."""

    code: str
    label: str
    base: Decimal | None
    tax: Decimal | None


@dataclass(frozen=True, slots=True)
class OneStopShopRow:
    """One row of the one-stop shop's return: the quarter's own supplies, or a correction of an earlier quarter."""

    country: str
    quarter: str
    vat_rate: Decimal
    net: Decimal
    vat: Decimal
    is_correction: bool
    is_too_old: bool


def regime_in(regime: Regime, month: str) -> Regime:
    """The regime a month falls under: the simplified one ends with 2026 and becomes quarterly (LF 2025 art. 38)."""
    return Regime.QUARTERLY if regime == Regime.SIMPLIFIED and month >= END_OF_SIMPLIFIED else regime


def return_months(regime: Regime, month: str) -> list[str]:
    """The months of the return that a month stands in; none for a shop without VAT."""
    match regime_in(regime, month):
        case Regime.MONTHLY:
            return [month]
        case Regime.QUARTERLY:
            first = months_before(month, (int(month[5:]) - 1) % 3)
            return [months_before(first, -later) for later in range(3)]
        case Regime.SIMPLIFIED:
            return [f"{month[:4]}-{number:02d}" for number in range(1, 13)]
        case Regime.FRANCHISE:
            return []


def presentation(amounts: Iterable[VatAmount]) -> Presentation:
    """Net, unless a base would fall below zero: the return takes no negative base."""
    bases: dict[Decimal, Decimal] = {}
    for amount in amounts:
        if amount.scheme == "domestic":
            bases[amount.vat_rate] = bases.get(amount.vat_rate, ZERO) + amount.sign * amount.net
    return Presentation.APART if any(base < 0 for base in bases.values()) else Presentation.NET


def ca3(amounts: Sequence[VatAmount], shown: Presentation) -> list[Box]:
    """The boxes the period fills, in whole euros."""
    counted = [amount for amount in amounts if shown == Presentation.NET or amount.side == Side.SALE]
    domestic = [amount for amount in counted if amount.scheme == "domestic"]
    boxes = [_box("A1", "Ventes, prestations de services", domestic, with_tax=False)]
    for code, label, scheme in (
        ("E1", "Exportations hors UE", "export"),
        ("E3", "Ventes à distance taxables dans un autre État membre", "one_stop_shop"),
        ("F2", "Livraisons intracommunautaires", "intra_eu"),
    ):
        boxes.append(_box(code, label, [amount for amount in counted if amount.scheme == scheme], with_tax=False))
    for rate in sorted({amount.vat_rate for amount in domestic}, reverse=True):
        lines = [amount for amount in domestic if amount.vat_rate == rate]
        words = str(rate.normalize()).replace(".", ",") if rate % 1 else str(int(rate))
        boxes.append(_box(RATE_LINES.get(str(rate), "T"), f"Taux {words} %", lines, with_tax=True))
    return [box for box in [*boxes, *_apart(amounts, shown)] if box.base or box.tax]


def _apart(amounts: Sequence[VatAmount], shown: Presentation) -> list[Box]:
    notes = [amount for amount in amounts if amount.side == Side.CREDIT_NOTE and amount.scheme == "domestic"]
    if shown == Presentation.NET:
        return []
    base, tax = sum((note.net for note in notes), ZERO), sum((note.vat for note in notes), ZERO)
    return [
        Box("B5", "Régularisations", euros(base), None),
        Box("21", "Autre TVA à déduire", None, euros(tax)),
    ]


def one_stop_shop(amounts: Iterable[VatAmount], quarter: str) -> list[OneStopShopRow]:
    """Credit notes of the quarter are netted; those of earlier ones are corrections, by country, for three years."""
    sums: dict[tuple[str, str, Decimal], tuple[Decimal, Decimal]] = {}
    for amount in amounts:
        if amount.scheme == "one_stop_shop":
            key = (amount.country, amount.supply_quarter, amount.vat_rate)
            net, vat = sums.get(key, (ZERO, ZERO))
            sums[key] = (net + amount.sign * amount.net, vat + amount.sign * amount.vat)
    return [
        OneStopShopRow(country, supplied, rate, net, vat, supplied != quarter, is_too_old(supplied, quarter))
        for (country, supplied, rate), (net, vat) in sorted(sums.items())
    ]


def quarter_of(month: str) -> str:
    """`2026-T4`."""
    return f"{month[:4]}-T{(int(month[5:]) - 1) // 3 + 1}"


def is_too_old(supplied: str, quarter: str) -> bool:
    """Three years after the original return fell due, a correction goes straight to the country."""
    due = months_before(_last_month(supplied), -1)
    last = last_day(due).replace(day=1, year=int(due[:4]) + YEARS_TO_CORRECT)
    return first_day(_last_month(quarter)) > last


def euros(amount: Decimal) -> Decimal:
    """Whole euros, half away from zero."""
    return amount.quantize(EURO, rounding=ROUND_HALF_UP)


def _last_month(quarter: str) -> str:
    return f"{quarter[:4]}-{int(quarter[6]) * 3:02d}"


def _box(code: str, label: str, lines: Sequence[VatAmount], *, with_tax: bool) -> Box:
    base = sum((line.sign * line.net for line in lines), ZERO)
    tax = sum((line.sign * line.vat for line in lines), ZERO)
    return Box(code, label, euros(base), euros(tax) if with_tax else None)
