"""Section [months]: who may close a month, and when the financial year ends."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Months:
    """`four_eyes` asks for two different persons; `year_end` is the last day of the financial year, MM-DD."""

    four_eyes: bool = False
    year_end: str = "12-31"
    retention_years: int = 10
