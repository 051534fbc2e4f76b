"""What every bank file shares: a line's identity, which is the bank's own reference only where it tells lines apart.

Banks reuse references and give none to many lines, so an identity is the reference, the day and the amount, and the label
where there is no reference; lines that are still alike are told apart by their rank in the file.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipelines.sources.signed_amounts import plain
from pipelines.sources.source import Reading, Record, Total


@dataclass(frozen=True, slots=True)
class BankLine:
    """One booked line of an account, its amount signed as it changes the account."""

    row: int
    account: str
    booked_on: str
    amount: str
    currency: str
    label: str
    id: str | None = None
    reference: str | None = None

    @property
    def identity(self) -> str:
        """What tells this line from others."""
        return " ".join((self.booked_on, self.amount, self.id or self.label or "-"))


def numbered(lines: Iterable[BankLine | Reading]) -> Iterator[Reading]:
    """The records of lines; other readings pass through."""
    seen: Counter[tuple[str, str]] = Counter()
    for line in lines:
        if isinstance(line, BankLine):
            key = (line.account, line.identity)
            seen[key] += 1
            yield Record(
                "bank", line.row, values(line, line.identity if seen[key] == 1 else f"{line.identity} n{seen[key]}")
            )
        else:
            yield line


def values(line: BankLine, line_id: str) -> dict[str, str | None]:
    """The columns of a bank row."""
    return {
        "account": line.account,
        "line_id": line_id,
        "booked_on": line.booked_on,
        "amount": line.amount,
        "currency": line.currency,
        "label": line.label or line.reference or line.id or "-",
        "reference": line.reference or line.id,
    }


def balance(
    row: int, name: str, currency: str, stated: Decimal, found: Decimal | None, account: str, day: str
) -> Total:
    """A closing balance beside the one the lines lead to. Where they differ lines are missing; those there are kept.

    A file that says where it ends, not where it starts, leads to none: its balance is held to the next file's.
    """
    return Total(row, name, currency, plain(stated), "" if found is None else plain(found), account, day)
