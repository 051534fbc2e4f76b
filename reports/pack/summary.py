"""The figures of the pack's first page: per rate, per means of settlement, per series."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.domain.credit_notes import CreditNote, RateTotal, totals_per_rate
from pipelines.domain.money import ZERO


@dataclass(frozen=True, slots=True)
class MeansTotal:
    """The credit notes of one means of settlement and currency, added up."""

    means: str
    currency: str
    count: int
    gross: Decimal


def gross_by_currency(notes: Sequence[CreditNote]) -> list[tuple[str, Decimal]]:
    """What was credited in each currency."""
    return [(currency, _gross(notes, currency)) for currency in _currencies(notes)]


def rates(notes: Sequence[CreditNote]) -> list[tuple[str, RateTotal]]:
    """One total per currency and rate."""
    return [
        (currency, total)
        for currency in _currencies(notes)
        for total in totals_per_rate(line for note in notes if note.currency == currency for line in note.lines)
    ]


def means(notes: Sequence[CreditNote]) -> list[MeansTotal]:
    """One total per means of settlement and currency."""
    groups = sorted({(note.settling.means.value, note.currency) for note in notes})
    return [_means(means, currency, notes) for means, currency in groups]


def _means(name: str, currency: str, notes: Sequence[CreditNote]) -> MeansTotal:
    found = [note for note in notes if note.settling.means.value == name and note.currency == currency]
    return MeansTotal(name, currency, len(found), _gross(found, currency))


def _currencies(notes: Sequence[CreditNote]) -> list[str]:
    return sorted({note.currency for note in notes})


def _gross(notes: Sequence[CreditNote], currency: str) -> Decimal:
    return sum((note.gross for note in notes if note.currency == currency), ZERO)
