"""The FEC file format (LPF art. A47 A-1), read back and checked: what the tax tool tests, and all it leaves out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
import re

COLUMNS = (
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib",
    "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise",
    "Idevise",
)  # fmt: skip
MAY_BE_BLANK = {"CompAuxNum", "CompAuxLib", "EcritureLet", "DateLet", "Montantdevise", "Idevise"}
DATES = ("EcritureDate", "PieceDate", "DateLet", "ValidDate")
_NAME = re.compile(r"(\d{9})FEC(\d{8})(_\d+)?\.txt")
_AMOUNT = re.compile(r"\d+,\d{2}")
_UNWRITABLE = re.compile(r'[|"\x00-\x08\x0b-\x1f\x7f\xa0]')
Row = Mapping[str, str]
Exercise = tuple[date, date]


@dataclass(frozen=True, slots=True)
class FecFault:
    """One thing wrong: the rule, the line of the file (0 for the file itself), and what was read."""

    rule: str
    line: int
    found: str


def fec_faults(name: str, content: bytes, exercise: Exercise) -> list[FecFault]:
    """Everything wrong with a FEC-format file of a financial year; an empty list when all rules hold."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("iso8859-15")
    lines = text.removesuffix("\r\n").split("\r\n")
    faults = [*_name_faults(name), *_shape_faults(lines)]
    if faults:
        return faults
    rows = [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines[1:]]
    faults = [fault for number, row in enumerate(rows, start=2) for fault in _row_faults(row, number, exercise)]
    return faults or [fault for rule in FILE_RULES for fault in rule(rows)]


def is_siren(siren: str) -> bool:
    """Nine digits whose Luhn key holds."""
    if not re.fullmatch(r"\d{9}", siren):
        return False
    doubled = [int(digit) * (1 + position % 2) for position, digit in enumerate(siren)]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0  # noqa: PLR2004 (digits)


def _name_faults(name: str) -> Iterator[FecFault]:
    matched = _NAME.fullmatch(name)
    if not matched or _day(matched[2]) is None:
        yield FecFault("name", 0, name)
    elif not is_siren(matched[1]):
        yield FecFault("siren", 0, matched[1])


def _shape_faults(lines: Sequence[str]) -> Iterator[FecFault]:
    if tuple(lines[0].split("\t")) != COLUMNS:
        yield FecFault("header", 1, lines[0])
        return
    for number, line in enumerate(lines[1:], start=2):
        if line.count("\t") != len(COLUMNS) - 1 or "\n" in line or "\r" in line:
            yield FecFault("fields", number, line)


def _row_faults(row: Row, number: int, exercise: Exercise) -> Iterator[FecFault]:
    for name, value in row.items():
        if not value.strip() and name not in MAY_BE_BLANK:
            yield FecFault("blank", number, name)
        if _UNWRITABLE.search(value):
            yield FecFault("character", number, value)
    for name in DATES:
        if row[name] and _day(row[name]) is None:
            yield FecFault("date", number, row[name])
    for name in ("Debit", "Credit"):
        if not _AMOUNT.fullmatch(row[name]):
            yield FecFault("amount", number, row[name])
    if not re.match(r"\d{3}", row["CompteNum"]):
        yield FecFault("account", number, row["CompteNum"])
    yield from _pair_faults(row, number)
    yield from _sense_faults(row, number, exercise)


def _pair_faults(row: Row, number: int) -> Iterator[FecFault]:
    for left, right in (("CompAuxNum", "CompAuxLib"), ("EcritureLet", "DateLet"), ("Montantdevise", "Idevise")):
        if bool(row[left]) != bool(row[right]):
            yield FecFault("pair", number, f"{left}, {right}")


def _sense_faults(row: Row, number: int, exercise: Exercise) -> Iterator[FecFault]:
    if (row["Debit"] == "0,00") == (row["Credit"] == "0,00"):
        yield FecFault("side", number, f"{row['Debit']} / {row['Credit']}")
    booked, valid = _day(row["EcritureDate"]), _day(row["ValidDate"])
    if booked and valid and valid < booked:
        yield FecFault("validated_before", number, row["ValidDate"])
    if booked and not exercise[0] <= booked <= exercise[1]:
        yield FecFault("outside_exercise", number, row["EcritureDate"])


def _balance_faults(rows: Sequence[Row]) -> Iterator[FecFault]:
    for entry, balance in _sums(rows, lambda row: (row["JournalCode"], row["EcritureNum"])).items():
        if balance:
            yield FecFault("entry_balance", 0, " ".join(entry))


def _entry_date_faults(rows: Sequence[Row]) -> Iterator[FecFault]:
    for column in ("EcritureDate", "PieceDate"):
        days = _values(rows, lambda row: row["JournalCode"] + " " + row["EcritureNum"], column)
        for entry, found in days.items():
            if len(found) > 1:
                yield FecFault("entry_dates", 0, f"{entry} {column}")


def _sequence_faults(rows: Sequence[Row]) -> Iterator[FecFault]:
    for journal, found in _values(rows, lambda row: row["JournalCode"], "EcritureNum").items():
        numbers = sorted(int(re.sub(r"\D", "", number) or 0) for number in found)
        if numbers and numbers[-1] - numbers[0] + 1 != len(numbers):
            yield FecFault("sequence", 0, journal)


def _order_faults(rows: Sequence[Row]) -> Iterator[FecFault]:
    for number, (before, row) in enumerate(pairwise(rows), start=3):
        if row["ValidDate"] < before["ValidDate"]:
            yield FecFault("order", number, row["ValidDate"])


def _lettering_faults(rows: Sequence[Row]) -> Iterator[FecFault]:
    lettered = [row for row in rows if row["EcritureLet"]]
    for group, balance in _sums(
        lettered, lambda row: (row["CompteNum"], row["CompAuxNum"], row["EcritureLet"])
    ).items():
        if balance:
            yield FecFault("lettering_balance", 0, " ".join(group))


def _label_faults(rows: Sequence[Row]) -> Iterator[FecFault]:
    for code, label in (("CompteNum", "CompteLib"), ("JournalCode", "JournalLib"), ("CompAuxNum", "CompAuxLib")):
        for left, right in ((code, label), (label, code)):
            if code == "CompAuxNum" and left == label:
                continue
            for value, found in _values(rows, lambda row, left=left: row[left], right).items():  # type: ignore[misc]
                if value and len(found) > 1:
                    yield FecFault("labels", 0, value)


FILE_RULES: tuple[Callable[[Sequence[Row]], Iterator[FecFault]], ...] = (
    _balance_faults,
    _entry_date_faults,
    _sequence_faults,
    _order_faults,
    _lettering_faults,
    _label_faults,
)


def _sums(rows: Iterable[Row], key: Callable[[Row], tuple[str, ...]]) -> dict[tuple[str, ...], Decimal]:
    found: dict[tuple[str, ...], Decimal] = {}
    for row in rows:
        found[key(row)] = found.get(key(row), Decimal()) + amount(row["Debit"]) - amount(row["Credit"])
    return found


def _values(rows: Iterable[Row], key: Callable[[Row], str], column: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(key(row), set()).add(row[column])
    return found


def amount(text: str) -> Decimal:
    """An amount of the file, its comma read as a dot."""
    return Decimal(text.replace(",", "."))


def _day(text: str) -> date | None:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:])) if re.fullmatch(r"\d{8}", text) else None
    except ValueError:
        return None
