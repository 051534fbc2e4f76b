"""Turns the dashboard's record into words and rows ready to print."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from pipelines.domain.dashboard import Dashboard, MonthOfReturns, ReasonOfReturn
from pipelines.domain.money import in_words
from pipelines.domain.months import last_day
from pipelines.domain.statistics import Rate
from reports.dashboard import words

MATURE_AFTER = timedelta(days=30)
SHADES = 5


@dataclass(frozen=True, slots=True)
class View:
    """The record beside the language it is told in."""

    record: Dashboard

    @property
    def language(self) -> str:
        """`fr` or `en`."""
        return self.record.language

    @property
    def words(self) -> Mapping[str, str]:
        """Fixed words of the page."""
        return words.ENGLISH if self.language == "en" else words.FRENCH

    @property
    def month_words(self) -> str:
        """The month as people say it."""
        return self.month_name(self.record.month)

    def month_name(self, month: str) -> str:
        """« octobre 2026 »."""
        names = words.ENGLISH_MONTHS if self.language == "en" else words.FRENCH_MONTHS
        return f"{names[int(month[5:]) - 1]} {month[:4]}"

    def money(self, value: Decimal) -> str:
        """An amount in the shop's currency."""
        return in_words(value, self.record.currency)

    def percent(self, share: Decimal) -> str:
        """A share as a percentage with one decimal."""
        text = f"{share * 100:.1f}"
        return f"{text} %" if self.language == "en" else f"{text.replace('.', ',')}\u00a0%"

    def interval(self, found: Rate) -> str:
        """The bounds and counts of a rate, in words."""
        low, high = self.percent(found.low), self.percent(found.high)
        return self.words["between"].format(low=low, high=high, count=found.count, total=found.total)

    def is_young(self, month: MonthOfReturns) -> bool:
        """Returns of the month's orders are still to come."""
        return last_day(month.month) + MATURE_AFTER > self.record.until

    def reason(self, code: str) -> str:
        """A reason in words."""
        if self.language == "en":
            return words.ENGLISH_REASONS.get(code, code)
        return self.record.reason_words.get(code, code)

    def suggestion(self, reason: ReasonOfReturn) -> str:
        """What to do about a reason, with its numbers."""
        sentences = words.ENGLISH_SUGGESTIONS if self.language == "en" else words.FRENCH_SUGGESTIONS
        sentence = sentences.get(reason.reason_code, sentences["other"])
        counted = self.words["one_return" if reason.lines == 1 else "returns"].format(count=reason.lines)
        return sentence.format(returns=counted, credited=self.money(reason.credited))

    @property
    def current(self) -> MonthOfReturns | None:
        """The month itself among the months told."""
        return next((month for month in self.record.months if month.month == self.record.month), None)

    @property
    def heat_reasons(self) -> list[str]:
        """The reasons that occur, most frequent first."""
        totals: dict[str, int] = {}
        for _, code, count in self.record.heat:
            totals[code] = totals.get(code, 0) + count
        return sorted(totals, key=lambda code: (-totals[code], code))

    @property
    def heat_rows(self) -> list[tuple[str, list[tuple[int, int]]]]:
        """Article titles with, for each reason, (articles, shade 0 to 5)."""
        counts = {(sku, code): count for sku, code, count in self.record.heat}
        most = max(counts.values(), default=1)
        return [
            (article.title, [_shaded(counts.get((article.sku, code), 0), most) for code in self.heat_reasons])
            for article in self.record.articles
        ]

    @property
    def costs(self) -> list[tuple[str, str]]:
        """The lines of the cost of returns."""
        cost = self.record.cost
        figures = {
            "cost_credited": cost.credited,
            "cost_vat": cost.vat,
            "cost_refunded": cost.refunded,
            "cost_fees": cost.fees,
            "cost_carriage": cost.carriage,
            "cost_goods": cost.goods_lost,
        }
        return [(self.words[name], self.money(value)) for name, value in figures.items()]


def _shaded(count: int, most: int) -> tuple[int, int]:
    return count, -(-count * SHADES // most) if count > 0 else 0
