"""What one unit of a foreign currency is worth in the books: the shop's own rate, else the one its providers used."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from pipelines.domain.messages import books as messages
from pipelines.domain.refusals import Refusal

RATE = Decimal("0.000001")
ONE = Decimal("1.000000")


def read_rates(texts: Iterable[str]) -> dict[str, Decimal]:
    """The rates of `[books] exchange_rates`. Raises Refusal naming the one that is not "USD 0.92"."""
    return dict(_read(text) for text in texts)


def observed_rate(settled: Decimal | None, gross: Decimal | None) -> Decimal | None:
    """The rate between what providers settled in our currency and what they refunded in the other."""
    if not settled or not gross:
        return None
    return (settled / gross).quantize(RATE, rounding=ROUND_HALF_UP)


def _read(text: str) -> tuple[str, Decimal]:
    currency, _, rate = text.partition(" ")
    try:
        exact = Decimal(rate).quantize(RATE)
    except InvalidOperation:
        raise Refusal(messages.NOT_A_RATE, "shop.toml, [books] exchange_rates", value=text) from None
    if exact <= 0 or not currency.isalpha():
        raise Refusal(messages.NOT_A_RATE, "shop.toml, [books] exchange_rates", value=text)
    return currency.upper(), exact
