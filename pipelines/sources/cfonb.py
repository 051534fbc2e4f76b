"""CFONB 120: the fixed-width statements of French banks, 120 characters a record, held to their own balances.

Records 01 (old balance), 04 (movement), 05 (its complements), 07 (new balance). The last digit of an amount carries its
sign; the number of decimals stands before it and may be blank. A new balance to which the movements do not lead is refused,
and names what is missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
import re

from pipelines.domain.messages import bank as messages
from pipelines.domain.refusals import Refusal
from pipelines.sources.bank_lines import BankLine, balance, numbered
from pipelines.sources.signed_amounts import plain
from pipelines.sources.source import Document, Reading, RecordSource

WIDTH = 120
END_OF_FILE = "\x1a\r\n"
"""What old systems write after the last record."""
RECORD = re.compile(r"0[1457]\d{5}.{9,14}[A-Z ]{3}.*")
LAST_DIGITS = {
    sign: (str(digit), -1 if row else 1)
    for row, signs in enumerate(("{ABCDEFGHI", "}JKLMNOPQR"))
    for digit, sign in enumerate(signs)
}
DECIMALS = 2
LABELS = ("LIB", "NPY", "NBE", "LCC", "LC2", "LCS", "CPY", "IPY", "MMO")
REFERENCES = ("REF", "RCN", "NPO")


@dataclass(slots=True)
class Statement:
    """One account from its old balance to its new."""

    account: str
    currency: str
    row: int
    opening: Decimal
    lines: list[BankLine] = field(default_factory=list)


def recognises(document: Document) -> bool:
    """The first written line is an old balance, or a movement, of about 120 characters."""
    first = next((record for record in _records(document) if record.strip()), "")
    return bool(RECORD.fullmatch(first.rstrip())) and _amount(first.ljust(WIDTH)) is not None


def read(document: Document) -> Iterator[Reading]:
    """The movements of every statement, each label completed by the records 05 that follow it."""
    lines: list[BankLine | Reading] = []
    statement: Statement | None = None
    for row, written in enumerate(_records(document), start=1):
        if written.strip():
            statement = _record(row, written.ljust(WIDTH), statement, lines)
    if statement is not None:
        raise Refusal(messages.OPEN_STATEMENT, f"{statement.row}", account=statement.account)
    yield from numbered(lines)


def _records(document: Document) -> list[str]:
    """One record a line; or one after the other, in a file that has no line ends."""
    lines = document.text.rstrip(END_OF_FILE).splitlines()
    if len(lines) > 1:
        return lines
    return [line[start : start + WIDTH] for line in lines for start in range(0, len(line), WIDTH)]


def _record(row: int, written: str, statement: Statement | None, lines: list[BankLine | Reading]) -> Statement | None:
    kind = written[:2]
    if kind == "01":
        if statement is not None:
            raise Refusal(messages.OPEN_STATEMENT, f"{statement.row}", account=statement.account)
        return Statement(_account(written), written[16:19].strip() or "EUR", row, _needed(row, written))
    if kind not in {"04", "05", "07"}:
        raise Refusal(messages.UNKNOWN_RECORD, str(row), record=kind)
    if statement is None:
        raise Refusal(messages.NO_STATEMENT, str(row), record=kind)
    if kind == "07":
        lines.extend(statement.lines)
        lines.append(_checked(row, statement, written))
        return None
    if kind == "04":
        statement.lines.append(_movement(row, written, statement))
    elif not statement.lines:
        raise Refusal(messages.NO_STATEMENT, str(row), record=kind)
    else:
        statement.lines[-1] = _completed(statement.lines[-1], written)
    return statement


def _checked(row: int, statement: Statement, written: str) -> Reading:
    found = statement.opening + sum((Decimal(line.amount) for line in statement.lines), Decimal(0))
    closing, day = _needed(row, written), _day(row, written[34:40])
    return balance(row, "07", statement.currency, closing, found, statement.account, day)


def _account(written: str) -> str:
    return "".join((written[2:7], written[11:16], written[21:32])).strip()


def _movement(row: int, written: str, statement: Statement) -> BankLine:
    return BankLine(
        row=row,
        account=statement.account,
        booked_on=_day(row, written[34:40]),
        amount=plain(_needed(row, written)),
        currency=statement.currency,
        label=" ".join(written[48:79].split()) or written[32:34],
        reference=written[104:120].strip() or None,
    )


def _completed(line: BankLine, written: str) -> BankLine:
    qualifier, told = written[45:48].strip(), " ".join(written[48:118].split())
    if not told:
        return line
    if qualifier in REFERENCES:
        return replace(line, reference=" ".join(part for part in (line.reference, told) if part))
    return replace(line, label=f"{line.label} {told}") if qualifier in LABELS else line


def _day(row: int, text: str) -> str:
    """DDMMYY; banks date in this century."""
    if not re.fullmatch(r"(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d\d", text):
        raise Refusal(messages.IMPOSSIBLE_DATE, str(row), value=text)
    return f"20{text[4:]}-{text[2:4]}-{text[:2]}"


def _needed(row: int, written: str) -> Decimal:
    amount = _amount(written)
    if amount is None:
        raise Refusal(messages.IMPOSSIBLE_AMOUNT, str(row), value=written[90:104].strip())
    return amount


def _amount(written: str) -> Decimal | None:
    """Fourteen characters whose last is a digit and a sign in one; decimals are two where the record leaves them blank."""
    digits, last = written[90:103].strip(), written[103:104]
    if last not in LAST_DIGITS or not (digits or "0").isdecimal():
        return None
    digit, sign = LAST_DIGITS[last]
    places = int(written[19]) if written[19].isdecimal() else DECIMALS
    return sign * Decimal(f"{digits}{digit}").scaleb(-places)


SOURCES = (RecordSource("cfonb120", recognises, read),)
