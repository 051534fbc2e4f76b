"""MT940 statements, tag by tag, each held to its own balances.

The line of a movement: value day, entry day without its year, C or D (RC and RD undo), amount with a comma, type,
references. What the bank says of it follows under tag 86, in free words, in slashed or in numbered fields.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
import re

from pipelines.domain.messages import bank as messages
from pipelines.domain.refusals import Refusal
from pipelines.sources.bank_lines import BankLine, balance, numbered
from pipelines.sources.signed_amounts import plain
from pipelines.sources.source import Document, Reading, RecordSource

TAG = re.compile(r"^:(\d{2}[A-Z]?):(.*)", re.DOTALL)
BALANCE = re.compile(r"([CD])(\d{6})([A-Z]{3})\s*(\d*,?\d*)")
MOVEMENT = re.compile(
    r"(?P<value>\d{6})(?P<entry>\d{4}|\s{4})?(?P<mark>R?[CD])(?P<funds>[A-Z])?\s*(?P<amount>\d{1,12}(?:,\d{0,2})?)"
    r"(?P<type>[A-Z][A-Z0-9]{3})?(?P<reference>[^\n/]*(?:/(?!/)[^\n/]*)*)(?://(?P<bank>[^\n]*))?(?:\n(?P<more>.*))?",
    re.DOTALL,
)
NUMBERED = re.compile(r"\?(\d\d)([^?]*)")
SLASHED = re.compile(r"/(?:EREF|TRTP|IBAN|BIC|CSID|MARF|ISDT|PURP|TRCD|BENM|ORDP|REMI|NAME|ID|CNTP|USTD|STRD)/")
LABEL_FIELDS = {*(f"{number}" for number in range(20, 30)), *(f"{number}" for number in range(60, 64))}
NAME_FIELDS = {"32", "33"}
FULL_FIELD = 27
OPENINGS, CLOSINGS = ("60F", "60M"), ("62F", "62M")
ABSENT_REFERENCES = {"NONREF", "EREF", "KREF+", "KREF", ""}


@dataclass(slots=True)
class Statement:
    """One statement of one account."""

    account: str = "-"
    currency: str = ""
    opening: Decimal | None = None
    moved: Decimal = Decimal(0)


def recognises(document: Document) -> bool:
    """A reference, an account and a movement or a balance, each under its tag at the start of a line."""
    text = document.text
    return all(re.search(rf"^:{tag}", text, re.MULTILINE) for tag in ("20:", "25[A-Z]?:", "(60[FM]|61|62[FM]):"))


def read(document: Document) -> Iterator[Reading]:
    """The movements of every statement."""
    lines: list[BankLine | Reading] = []
    statement = Statement()
    last = ""
    for row, name, value in _tags(document.text):
        if name == "20":
            statement = Statement(currency=document.shop.get("currency") or "EUR")
        elif name.startswith("25"):
            statement.account = re.sub(r"(?<=[\d/])/?[A-Z]{3}$", "", re.sub(r"\s", "", value)) or "-"
        elif name in OPENINGS or name in CLOSINGS:
            lines.extend(_balance(row, name, value, statement))
        elif name == "61":
            line = _movement(row, value, statement)
            statement.moved += Decimal(line.amount)
            lines.append(line)
        elif name == "86" and last == "61":
            lines[-1] = _told(lines[-1], value)
            continue
        last = name
    yield from numbered(lines)


def _tags(text: str) -> Iterator[tuple[int, str, str]]:
    """Each tag with the line it starts on; lines that start no tag continue the one before."""
    held: tuple[int, str, str] | None = None
    for row, line in enumerate(text.replace("\r", "").replace("\x00", "").split("\n"), start=1):
        found = TAG.match(line)
        if found:
            if held:
                yield held
            held = (row, found[1], found[2])
        elif held and re.match(r"-(\}.*|XXX)?$|\{1:", line.strip()):
            yield held
            held = None
        elif held and line.strip():
            held = (held[0], held[1], f"{held[2]}\n{line}")
    if held:
        yield held


def _balance(row: int, name: str, value: str, statement: Statement) -> Iterator[Reading]:
    """An opening balance begins the sum, a closing one must be it."""
    found = BALANCE.match(value.strip())
    if found is None:
        return
    amount = _number(found[4]) * (-1 if found[1] == "D" else 1)
    if name in OPENINGS:
        statement.currency, statement.opening, statement.moved = found[3], amount, Decimal(0)
    elif statement.opening is not None:
        led_to = statement.opening + statement.moved
        yield balance(row, name, statement.currency, amount, led_to, statement.account, _day(row, found[2], None))


def _number(written: str) -> Decimal:
    return Decimal(written.replace(",", ".").rstrip(".") or "0")


def _movement(row: int, value: str, statement: Statement) -> BankLine:
    found = MOVEMENT.match(value.strip())
    if found is None:
        raise Refusal(messages.IMPOSSIBLE_AMOUNT, str(row), value=value.split("\n", maxsplit=1)[0])
    takes = found["mark"] in {"D", "RC"}
    amount = _number(found["amount"])
    own, bank = (found["reference"] or "").strip(), (found["bank"] or "").strip()
    return BankLine(
        row=row,
        account=statement.account,
        booked_on=_day(row, found["value"], found["entry"]),
        amount=plain(-amount if takes else amount),
        currency=statement.currency,
        label=" ".join((found["more"] or "").split()),
        id=bank or None,
        reference=None if own.upper() in ABSENT_REFERENCES else own,
    )


def _day(row: int, value: str, entry: str | None) -> str:
    """The day it was booked: the entry day in the year nearest to the value day; an entry day that is none gives way."""
    year, month, day = int(value[:2]), int(value[2:4]), int(value[4:6])
    booked = entry if entry and entry.strip() and _is_day(int(entry[:2]), int(entry[2:])) else None
    if booked:
        apart = int(booked[:2]) - month
        year += 1 if apart < -6 else -1 if apart > 6 else 0  # noqa: PLR2004
        month, day = int(booked[:2]), int(booked[2:])
    if not _is_day(month, day):
        raise Refusal(messages.IMPOSSIBLE_DATE, str(row), value=value)
    return f"20{year % 100:02}-{month:02}-{day:02}"


def _is_day(month: int, day: int) -> bool:
    longest = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
    return 1 <= month <= 12 and 1 <= day <= longest  # noqa: PLR2004


def _told(line: BankLine | Reading, value: str) -> BankLine | Reading:
    """The words of tag 86, out of whatever fields the bank put them in."""
    if not isinstance(line, BankLine):
        return line
    flat = value.replace("\n", "") if "?" in value or "/" in value[:6] else value.replace("\n", " ")
    fields = NUMBERED.findall(flat)
    if fields:
        words = "".join(_spaced(text) for number, text in fields if number in LABEL_FIELDS)
        name = "".join(_spaced(text) for number, text in fields if number in NAME_FIELDS)
        flat = f"{name} {words}"
    label = " ".join(SLASHED.sub(" ", flat).split())
    return replace(line, label=" ".join(part for part in (line.label, label) if part) or "-")


def _spaced(text: str) -> str:
    """A full field goes on in the next one; a shorter one ends a word."""
    return text if len(text) >= FULL_FIELD else f"{text} "


SOURCES = (RecordSource("mt940", recognises, read),)
