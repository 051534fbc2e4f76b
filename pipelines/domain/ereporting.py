"""E-reporting of sales to consumers (flux 10.3, v3.2): daily, by category and rate, net of credit notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from pipelines.domain.money import ZERO
from pipelines.domain.months import first_day, last_day, months_before
from pipelines.domain.shop.vat import Regime
from pipelines.domain.vat_return import regime_in


@dataclass(frozen=True, slots=True)
class ReportedDocument:
    """One invoice or credit note to a consumer at one rate; what a credit note takes away is negative."""

    day: date
    currency: str
    category: str
    vat_rate: Decimal
    document: str
    number: str
    net: Decimal
    vat: Decimal


@dataclass(frozen=True, slots=True)
class Subtotal:
    """What one rate, in percent, comes to."""

    vat_rate: Decimal
    net: Decimal
    vat: Decimal


@dataclass(frozen=True, slots=True)
class DayTotal:
    """One day in one currency and category."""

    day: date
    currency: str
    category: str
    documents: int
    subtotals: Sequence[Subtotal]

    @property
    def net(self) -> Decimal:
        """The sum of the rates' nets."""
        return sum((each.net for each in self.subtotals), ZERO)

    @property
    def vat(self) -> Decimal:
        """The sum of the rates' VAT."""
        return sum((each.vat for each in self.subtotals), ZERO)


@dataclass(frozen=True, slots=True)
class MonthReporting:
    """A month's consumer documents; `is_due` says that the duty holds and that every sale is here."""

    siren: str
    name: str
    month: str
    regime: Regime
    is_due: bool
    written_on: date
    documents: Sequence[ReportedDocument]


def periods(regime: Regime, month: str) -> list[tuple[date, date]]:
    """The reporting periods that end in a month: decades, months, or pairs of months."""
    first, last = first_day(month), last_day(month)
    match regime_in(regime, month):
        case Regime.MONTHLY:
            starts = [first, first + timedelta(days=10), first + timedelta(days=20)]
            ends = [starts[1] - timedelta(days=1), starts[2] - timedelta(days=1), last]
            return list(zip(starts, ends, strict=True))
        case Regime.QUARTERLY | Regime.SIMPLIFIED:
            return [(first, last)]
        case Regime.FRANCHISE:
            return [(first_day(months_before(month, 1)), last)] if int(month[5:]) % 2 == 0 else []


def day_totals(documents: Iterable[ReportedDocument]) -> list[DayTotal]:
    """Documents gathered by day, currency and category, then by rate."""
    days: dict[tuple[date, str, str], list[ReportedDocument]] = {}
    for document in documents:
        days.setdefault((document.day, document.currency, document.category), []).append(document)
    return [
        DayTotal(*key, len({(each.document, each.number) for each in found}), _subtotals(found))
        for key, found in sorted(days.items())
    ]


def _subtotals(documents: Sequence[ReportedDocument]) -> list[Subtotal]:
    rates = sorted({document.vat_rate for document in documents}, reverse=True)
    return [
        Subtotal(
            rate,
            sum((document.net for document in documents if document.vat_rate == rate), ZERO),
            sum((document.vat for document in documents if document.vat_rate == rate), ZERO),
        )
        for rate in rates
    ]
