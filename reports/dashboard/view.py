"""Turns the dashboard's record into words and rows ready to print."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from pipelines.domain.dashboard import Dashboard, Heat, MonthOfReturns, ReasonOfReturn
from pipelines.domain.money import in_words
from pipelines.domain.months import last_day, month_words, months_before
from pipelines.domain.statistics import Rate
from reports.credit_note.sentences import reason_words
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
        return month_words(month, self.language)

    def money(self, value: Decimal) -> str:
        """An amount in the shop's currency."""
        return in_words(value, self.record.currency, self.language)

    def percent(self, share: Decimal) -> str:
        """A share as a percentage with one decimal."""
        text = f"{share * 100:.1f}"
        return f"{text}%" if self.language == "en" else f"{text.replace('.', ',')}\u00a0%"

    def interval(self, found: Rate) -> str:
        """The bounds and counts of a rate, in words."""
        low, high = self.percent(found.low), self.percent(found.high)
        return self.words["between"].format(low=low, high=high, count=found.count, total=found.total)

    def is_young(self, month: MonthOfReturns) -> bool:
        """Returns of the month's orders are still to come."""
        return last_day(month.month) + MATURE_AFTER > self.record.until

    def reason(self, code: str) -> str:
        """A reason in words."""
        return reason_words(code, self.record.reason_words.get(code, code), self.language)

    def suggestion(self, reason: ReasonOfReturn) -> str:
        """What to do about a reason, with its numbers."""
        sentences = words.ENGLISH_SUGGESTIONS if self.language == "en" else words.FRENCH_SUGGESTIONS
        sentence = sentences.get(reason.reason_code, sentences["other"])
        counted = self.words["one_return" if reason.lines == 1 else "returns"].format(count=reason.lines)
        return sentence.format(returns=counted, credited=self.money(reason.credited))

    @property
    def current(self) -> MonthOfReturns | None:
        """The month itself among the months told."""
        return self.told(self.record.month)

    def told(self, month: str) -> MonthOfReturns | None:
        """One of the months told."""
        return next((found for found in self.record.months if found.month == month), None)

    def money_before(self, amount: Decimal, count: int) -> str:
        """Money of so many months before, in words; a month nothing is known of is no zero."""
        return self.money(amount) if self.told(months_before(self.record.month, count)) else "—"

    @property
    def compared(self) -> list[str]:
        """The rate of orders a month and a year before, in words, where they are known."""
        both = (("against_month", 1), ("against_year", 12))
        found = [(key, self.told(months_before(self.record.month, count))) for key, count in both]
        return [self.words[key].format(share=self.percent(month.returned.share)) for key, month in found if month]

    @property
    def rates(self) -> list[tuple[str, Rate | None, str, list[str]]]:
        """Orders, articles, revenue: what came back of the month since; within it; of a month and a year before."""
        if self.current is None:
            return []
        others = [self.told(months_before(self.record.month, count)) for count in (1, 12)]
        rows = []
        for name, measure in self.current.measures.items():
            before = [other.measures[name].since if other else None for other in others]
            shares = [self._share(share) for share in (measure.within, *before)]
            rows.append((self.words[f"rate_{name}"], measure.rate, self._share(measure.since), shares))
        return rows

    def _share(self, share: Decimal | None) -> str:
        return "—" if share is None else self.percent(share)

    def heat_reasons(self, period: str) -> list[str]:
        """The reasons that occur in a period, most frequent first."""
        totals: dict[str, int] = {}
        for heat in self._heat(period):
            totals[heat.reason_code] = totals.get(heat.reason_code, 0) + heat.quantity
        return sorted(totals, key=lambda code: (-totals[code], code))

    def heat_rows(self, period: str) -> list[tuple[str, list[tuple[int, int]]]]:
        """Article titles with, for each reason, (articles, shade 0 to 5)."""
        counts = {(heat.sku, heat.reason_code): heat.quantity for heat in self._heat(period)}
        most = max(counts.values(), default=1)
        titles = {heat.sku: heat.title for heat in self._heat(period)}
        return [
            (title, [_shaded(counts.get((sku, code), 0), most) for code in self.heat_reasons(period)])
            for sku, title in titles.items()
        ]

    def _heat(self, period: str) -> list[Heat]:
        return [heat for heat in self.record.heat if heat.period == period]

    @property
    def times(self) -> list[tuple[str, str]]:
        """The three stages, in days."""
        delays = self.record.delays
        stages = {
            "receipt": delays.to_receipt,
            "receipt_to_refund": delays.receipt_to_refund,
            "to_refund": delays.to_refund,
        }
        return [(self.words[name], self._days(days)) for name, days in stages.items()]

    def _days(self, days: int | None) -> str:
        return self.words["no_delay"] if days is None else self.words["days"].format(count=days)

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
            "cost_lost": cost.lost,
        }
        return [(self.words[name], self.money(value)) for name, value in figures.items()]


def _shaded(count: int, most: int) -> tuple[int, int]:
    return count, -(-count * SHADES // most) if count > 0 else 0
