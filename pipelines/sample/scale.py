"""How large a sample is and from what it is drawn."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Scale:
    """`orders` over the months from `starts_on` to `as_of`; `returned_per_thousand` of them give something back.

    Each kind of fault is injected `faults` times; `seed` decides everything left to chance. `real_formats` writes the
    providers' money and the bank's statement as they export them themselves, which tells more than the plain format.
    """

    orders: int = 1200
    seed: int = 2026
    faults: int = 1
    returned_per_thousand: int = 120
    starts_on: date = date(2026, 9, 1)
    as_of: date = date(2026, 10, 31)
    real_formats: bool = False
