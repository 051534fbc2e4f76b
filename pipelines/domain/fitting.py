"""Which lines of an invoice an amount paid back stands for, when exactly one set of them fits."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from pipelines.domain.credit_notes import CreditNoteLine
from pipelines.domain.crediting import InvoicedLine, credit, credit_all, share_discounts
from pipelines.domain.money import ZERO

STEPS = 20_000
"""How far a set is looked for: beyond, an order has so many lines that some set fits by chance."""


def lines_worth(lines: Sequence[InvoicedLine], amount: Decimal) -> list[CreditNoteLine] | None:
    """The one set of lines and quantities worth an amount; None when there is none, or more than one."""
    whole = credit_all(lines)
    if sum((line.gross for line in whole), ZERO) == amount:
        return whole
    parts = [_parts(line) for line in share_discounts(lines) if line.gross_left]
    steps = iter(range(STEPS))
    found = list(islice(_sets(parts, amount, steps), 2))
    return found[0] if len(found) == 1 and next(steps, None) is not None else None


def _parts(line: InvoicedLine) -> list[CreditNoteLine]:
    """Every whole quantity of a line that may come back."""
    whole = int(line.quantity_left)
    counts = [Decimal(count) for count in range(1, whole + 1)]
    if line.quantity_left != whole:
        counts.append(line.quantity_left)
    return [credit(line, count) for count in counts]


def _sets(parts: list[list[CreditNoteLine]], amount: Decimal, steps: Iterator[int]) -> Iterator[list[CreditNoteLine]]:
    """Every set of parts, at most one of each line, worth the amount, until the steps run out."""
    if next(steps, None) is None or amount < 0:
        return
    if not amount:
        yield []
        return
    for place, choices in enumerate(parts):
        for part in choices:
            if ZERO < part.gross <= amount:
                for rest in _sets(parts[place + 1 :], amount - part.gross, steps):
                    yield [part, *rest]
