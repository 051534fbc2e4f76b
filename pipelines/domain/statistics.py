"""Honest rates: a share is told with its interval, and not told at all on too few cases."""

from dataclasses import dataclass
from decimal import Decimal

Z_95 = Decimal("1.96")
FEWEST = 20


@dataclass(frozen=True, slots=True)
class Rate:
    """`count` out of `total`, with the bounds of its 95 % Wilson interval, all between 0 and 1."""

    count: int
    total: int
    share: Decimal
    low: Decimal
    high: Decimal

    @property
    def is_solid(self) -> bool:
        """Enough cases to be told without a warning."""
        return self.total >= FEWEST


def rate(count: int, total: int) -> Rate:
    """The Wilson score interval of a share (Wilson 1927); nothing out of nothing is 0, anywhere between 0 and 1."""
    if total == 0:
        return Rate(0, 0, Decimal(0), Decimal(0), Decimal(1))
    n, share = Decimal(total), Decimal(min(count, total)) / total
    spread = Z_95 * ((share * (1 - share) + Z_95**2 / (4 * n)) / n).sqrt()
    middle, scale = share + Z_95**2 / (2 * n), 1 + Z_95**2 / n
    low, high = max(Decimal(0), (middle - spread) / scale), min(Decimal(1), (middle + spread) / scale)
    return Rate(count, total, round(share, 4), round(low, 4), round(high, 4))


def median(values: list[int]) -> int | None:
    """The lower middle value, in whole units; None of nothing."""
    return sorted(values)[(len(values) - 1) // 2] if values else None
