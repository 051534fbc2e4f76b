"""What the law adds to a refund that comes late (law.md §2.2-2.3): dated rates and scales, as data."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipelines.domain.money import ZERO, to_cents
from pipelines.domain.shop.policy import LegalBasis

EVER = 99_999
YEAR = 365
WHOLE_PRICE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Tier:
    """Days of lateness and the percentage they cost; none means the legal interest rate, day by day."""

    legal_basis: LegalBasis
    first_day: int
    last_day: int
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class LegalRate:
    """The legal interest rate owed to a consumer, by semester (C. mon. fin. L313-2)."""

    first_on: date
    last_on: date
    percent: Decimal


LEGAL_RATES = (
    LegalRate(date(2000, 1, 1), date(2024, 12, 31), Decimal("8.16")),
    LegalRate(date(2025, 1, 1), date(2025, 6, 30), Decimal("7.21")),
    LegalRate(date(2025, 7, 1), date(2025, 12, 31), Decimal("6.65")),
    LegalRate(date(2026, 1, 1), date(9999, 12, 31), Decimal("6.67")),
)


def tiers() -> list[Tier]:
    """Every scale: withdrawal L242-4, non-delivery L241-4, conformity L241-6. Goodwill and firms have none."""
    return [*_withdrawal(), *_stairs(LegalBasis.NON_DELIVERY), *_stairs(LegalBasis.CONFORMITY)]


def increase(amount: Decimal, legal_basis: LegalBasis, days_late: int, due_on: date) -> Decimal:
    """What is owed on top of an amount refunded so many days after its due day."""
    tier = next(
        (one for one in tiers() if one.legal_basis == legal_basis and one.first_day <= days_late <= one.last_day), None
    )
    if tier is None:
        return ZERO
    rate = next(rate.percent for rate in LEGAL_RATES if rate.first_on <= due_on <= rate.last_on)
    if tier.percent is None:
        return _interest(amount, rate, days_late)
    fixed = to_cents(amount * tier.percent / 100)
    return fixed + _interest(amount, rate, days_late - tier.first_day) if tier.percent >= WHOLE_PRICE else fixed


def _interest(amount: Decimal, rate: Decimal, days: int) -> Decimal:
    return to_cents(amount * rate * days / (100 * YEAR))


def _withdrawal() -> list[Tier]:
    """Five points more for each month past ninety days, up to the price; then the legal rate again."""
    basis = LegalBasis.WITHDRAWAL
    steps = [(1, 10, None), (11, 20, 5), (21, 30, 10), (31, 60, 20), (61, 119, 50)]
    months = [(90 + 30 * month, 119 + 30 * month, 50 + 5 * month) for month in range(1, 10)]
    return [
        Tier(basis, first, last, None if percent is None else Decimal(percent))
        for first, last, percent in [*steps, *months, (390, EVER, 100)]
    ]


def _stairs(basis: LegalBasis) -> list[Tier]:
    return [Tier(basis, 1, 14, Decimal(10)), Tier(basis, 15, 30, Decimal(20)), Tier(basis, 31, EVER, Decimal(50))]
