"""What giving back part of an invoice is worth: from the original line, never from today's prices (law.md §2.4, R11).

A part takes its share of the line's amounts, rounded once; the part that completes a line takes what is left of it, so
that parts add up to the line and never beyond.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.domain.credit_notes import CreditNoteLine
from pipelines.domain.money import ZERO, split, to_cents
from pipelines.domain.vat import vat_inside

PRICE = Decimal("0.000001")
GOES_WITH_ALL = frozenset({"shipping", "fee"})
GOES_WITH_ARTICLE = frozenset({"eco_participation"})


@dataclass(frozen=True, slots=True)
class InvoicedLine:
    """A line as it was invoiced, with what earlier credit notes have already taken from it."""

    line_id: str
    line_type: str
    sku: str
    title: str
    quantity: Decimal
    vat_rate: Decimal
    vat: Decimal
    gross: Decimal
    credited_quantity: Decimal = Decimal(0)
    credited_vat: Decimal = ZERO
    credited_gross: Decimal = ZERO

    @property
    def quantity_left(self) -> Decimal:
        """What may still come back."""
        return max(self.quantity - self.credited_quantity, Decimal(0))

    @property
    def gross_left(self) -> Decimal:
        """What may still be given back, VAT included."""
        return max(self.gross - self.credited_gross, ZERO)

    @property
    def vat_left(self) -> Decimal:
        """The VAT in what is left."""
        return max(self.vat - self.credited_vat, ZERO)


def credit(line: InvoicedLine, quantity: Decimal) -> CreditNoteLine:
    """A quantity of a line given back, at most what is left of it; the last part takes the remainder."""
    if quantity >= line.quantity_left:
        return _credited(line, line.quantity_left, line.gross_left, line.vat_left)
    share = quantity / line.quantity
    gross = min(to_cents(line.gross * share), line.gross_left)
    return _credited(line, quantity, gross, min(to_cents(line.vat * share), line.vat_left, gross))


def credit_articles(lines: Sequence[InvoicedLine], quantities: Mapping[str, Decimal]) -> list[CreditNoteLine]:
    """Quantities by line given back; carriage and fees follow when nothing of the order's articles is left.

    Withdrawing from a whole order gives back all sums paid, delivery included (C. conso. L221-24).
    """
    lines = share_discounts(lines)
    asked = {line.line_id: _asked(line, lines, quantities) for line in lines}
    articles = [line for line in lines if line.line_type not in GOES_WITH_ALL]
    is_whole = all(asked[line.line_id] >= line.quantity_left for line in articles)
    if is_whole:
        asked |= {line.line_id: line.quantity_left for line in lines if line.line_type in GOES_WITH_ALL}
    return [credit(line, asked[line.line_id]) for line in lines if asked[line.line_id] and line.gross_left]


def credit_all(lines: Sequence[InvoicedLine]) -> list[CreditNoteLine]:
    """Everything that is left of an invoice."""
    return [credit(line, line.quantity_left) for line in share_discounts(lines) if line.gross_left]


def reduce_price(lines: Sequence[InvoicedLine], amount: Decimal, title: str) -> list[CreditNoteLine]:
    """An amount taken off the whole invoice, shared over its rates by what is left at each; at most what is left."""
    left: dict[Decimal, Decimal] = {}
    for line in share_discounts(lines):
        left[line.vat_rate] = left.get(line.vat_rate, ZERO) + line.gross_left
    rates = sorted((rate for rate in left if left[rate]), reverse=True)
    if not rates:
        return []
    shares = split(min(amount, sum(left.values(), ZERO)), [left[rate] for rate in rates])
    return [_reduction(title, rate, share) for rate, share in zip(rates, shares, strict=True) if share]


def share_discounts(lines: Sequence[InvoicedLine]) -> list[InvoicedLine]:
    """Lines with the order's own discounts taken off them by weight, so that a part of the order has its part of them.

    A discount goes to the lines of its rate, or to all when those cannot bear it; carriage bears none unless alone.
    """
    found = [line for line in lines if line.gross >= 0]
    for discount in (line for line in lines if line.gross < 0):
        found = _take_off(found, discount)
    return found


def _take_off(lines: list[InvoicedLine], discount: InvoicedLine) -> list[InvoicedLine]:
    bearing = _bearing(lines, discount)
    if not bearing:
        return lines
    grosses = split(-discount.gross, [line.gross for line in bearing])
    vats = split(-discount.vat, [line.gross for line in bearing])
    taken = {line.line_id: (gross, vat) for line, gross, vat in zip(bearing, grosses, vats, strict=True)}
    return [_less(line, *taken[line.line_id]) if line.line_id in taken else line for line in lines]


def _bearing(lines: list[InvoicedLine], discount: InvoicedLine) -> list[InvoicedLine]:
    priced = [line for line in lines if line.gross]
    articles = [line for line in priced if line.line_type not in GOES_WITH_ALL] or priced
    same_rate = [line for line in articles if line.vat_rate == discount.vat_rate]
    choices = (same_rate, articles, priced)
    return next((lines for lines in choices if sum(line.gross for line in lines) >= -discount.gross), priced)


def _less(line: InvoicedLine, gross: Decimal, vat: Decimal) -> InvoicedLine:
    """The line with its part of a discount off; where that bore no VAT, the VAT given back is at most what was paid."""
    left = max(line.gross - gross, ZERO)
    return replace(line, gross=left, vat=min(max(line.vat - vat, ZERO), left))


def _asked(line: InvoicedLine, lines: Iterable[InvoicedLine], quantities: Mapping[str, Decimal]) -> Decimal:
    """What is asked of a line; an eco-participation comes back with its article."""
    asked = quantities.get(line.line_id, Decimal(0))
    if line.line_type in GOES_WITH_ARTICLE and line.sku and not asked:
        asked = sum((quantities.get(other.line_id, Decimal(0)) for other in lines if other.sku == line.sku), Decimal(0))
    return min(asked, line.quantity_left)


def _reduction(title: str, rate: Decimal, gross: Decimal) -> CreditNoteLine:
    vat = vat_inside(gross, rate)
    return CreditNoteLine("product", "", title, Decimal(1), gross - vat, rate, gross - vat, vat, gross)


def _credited(line: InvoicedLine, quantity: Decimal, gross: Decimal, vat: Decimal) -> CreditNoteLine:
    net = gross - vat
    unit = (net / quantity).quantize(PRICE) if quantity else ZERO
    return CreditNoteLine(
        line.line_type, line.sku, line.title, quantity, unit, line.vat_rate, net, vat, gross, line.line_id
    )
