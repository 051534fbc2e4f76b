"""What to type in the shop so that its stock says what stands on the shelf."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class StockCorrection:
    """`correction` is what to add to the shop's figure, read on that day; negative to take away."""

    sku: str
    place: str
    title: str
    read_on: date
    shop_quantity: Decimal
    correction: Decimal
    unexplained: Decimal

    @property
    def right_quantity(self) -> Decimal:
        """What the shop should say."""
        return self.shop_quantity + self.correction


@dataclass(frozen=True, slots=True)
class MonthCorrections:
    """The corrections of a month, in the terms of one platform."""

    month: str
    platform: str
    corrections: Sequence[StockCorrection]
