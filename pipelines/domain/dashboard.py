"""The merchant's picture of a month's returns: what came back, why, what it cost, who is still owed money."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipelines.domain.statistics import Rate, rate


@dataclass(frozen=True, slots=True)
class Measure:
    """Shares of what a month sold: what came back of it `since`, a `rate` where things are counted, or `within` it."""

    rate: Rate | None
    since: Decimal | None
    within: Decimal | None


@dataclass(frozen=True, slots=True)
class MonthOfReturns:
    """One month on both bases: orders placed in it, and returns credited in it."""

    month: str
    orders: int
    articles: int
    revenue: Decimal
    returned_by_order: int
    articles_by_order: int
    credited_by_order: Decimal
    returned_by_return: int
    articles_by_return: int
    credited_by_return: Decimal
    refunded_by_return: Decimal

    @property
    def returned(self) -> Rate:
        """Share of the month's orders that came back since."""
        return rate(self.returned_by_order, self.orders)

    @property
    def articles_returned(self) -> Rate:
        """Share of the articles sold in the month that came back since."""
        return rate(self.articles_by_order, self.articles)

    @property
    def measures(self) -> dict[str, Measure]:
        """How much came back in orders, in articles and in revenue; money is no count, so it has no rate."""
        orders, articles = self.returned, self.articles_returned
        return {
            "orders": Measure(orders, orders.share, _part(self.returned_by_return, self.orders)),
            "articles": Measure(articles, articles.share, _part(self.articles_by_return, self.articles)),
            "revenue": Measure(
                None, _part(self.credited_by_order, self.revenue), _part(self.credited_by_return, self.revenue)
            ),
        }


@dataclass(frozen=True, slots=True)
class ReasonOfReturn:
    """One reason in the month; money credited also a month and a year before."""

    reason_code: str
    lines: int
    quantity: Decimal
    credited: Decimal
    refunded: Decimal
    credited_month_before: Decimal
    credited_year_before: Decimal


@dataclass(frozen=True, slots=True)
class ReturnedArticle:
    """One article over the last three months, by order date."""

    sku: str
    title: str
    sold: int
    returned: int
    faulty: int
    credited: Decimal

    @property
    def returned_rate(self) -> Rate:
        """Share of the articles sold that came back."""
        return rate(self.returned, self.sold)

    @property
    def faulty_rate(self) -> Rate:
        """Share of the articles sold that came back for a fault."""
        return rate(self.faulty, self.sold)


@dataclass(frozen=True, slots=True)
class Heat:
    """Articles of one sku sent back for one reason in one period: `month`, `quarter` or `year`."""

    period: str
    sku: str
    title: str
    reason_code: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Unmapped:
    """Words of customers that no reason's phrases tell, and how many lines bear them."""

    words: str
    lines: int


@dataclass(frozen=True, slots=True)
class Cost:
    """What the month's returns cost, in the shop's currency."""

    credited: Decimal
    vat: Decimal
    refunded: Decimal
    fees: Decimal
    carriage: Decimal
    goods_lost: Decimal

    @property
    def lost(self) -> Decimal:
        """What does not come back: fees, carriage and goods."""
        return self.fees + self.carriage + self.goods_lost


@dataclass(frozen=True, slots=True)
class Handling:
    """Customers whose first return was handled one way, and those who bought again within 90 days."""

    way: str
    customers: int
    bought_again: int

    @property
    def again(self) -> Rate:
        """Share of them who bought again."""
        return rate(self.bought_again, self.customers)


@dataclass(frozen=True, slots=True)
class Returner:
    """A customer, under a pseudonym, who sends back at least half of what they buy."""

    pseudonym: str
    orders: int
    returned: int
    credited: Decimal


@dataclass(frozen=True, slots=True)
class Owed:
    """What customers are still owed, and the part that is late, with the legal increase it carries."""

    returns: int
    amount: Decimal
    late_returns: int
    late_amount: Decimal
    increase: Decimal


@dataclass(frozen=True, slots=True)
class Delays:
    """Median days of the credit notes refunded in the month: from notice to receipt, from there to refund, in all.

    `within_law` counts those whose refund the law gives a day, `within_promise` those refunded within `promised_days`.
    """

    refunds: int
    to_receipt: int | None
    receipt_to_refund: int | None
    to_refund: int | None
    within_law: Rate
    within_promise: Rate
    promised_days: int


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything the page shows of one month."""

    shop_name: str
    language: str
    currency: str
    month: str
    until: date
    months: tuple[MonthOfReturns, ...]
    reasons: tuple[ReasonOfReturn, ...]
    articles: tuple[ReturnedArticle, ...]
    defects: tuple[ReturnedArticle, ...]
    heat: tuple[Heat, ...]
    delays: Delays
    cost: Cost
    handlings: tuple[Handling, ...]
    returners: tuple[Returner, ...]
    owed: Owed
    holes: tuple[str, ...]
    unmapped: tuple[Unmapped, ...]
    reason_words: dict[str, str]


def _part(part: Decimal | int, whole: Decimal | int) -> Decimal | None:
    return Decimal(part) / whole if whole else None
