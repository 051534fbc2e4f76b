"""Reads the FEC a firm keeps: tabs or bars, any usual encoding, debit and credit or amount and side."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
import re

from pipelines.domain.comparison import FecLine
from pipelines.domain.messages import compare as messages
from pipelines.domain.refusals import Refusal

WANTED = ("JournalCode", "EcritureNum", "EcritureDate", "CompteNum", "PieceRef", "EcritureLib")
SIDES = (("Debit", "Credit"), ("Montant", "Sens"))
DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
AMOUNT = re.compile(r"([+-]?)(\d{1,15})(?:[.,](\d{1,2}))?")
Cells = Mapping[str, str]


def read_firm_fec(content: bytes, where: str) -> list[FecLine]:
    """Every line of the file. Raises Refusal naming the line and column at fault."""
    lines = _decoded(content).splitlines()
    titles = _titles(lines[0] if lines else "")
    _refuse_missing(titles, where)
    found = list(_lines(lines[1:], _separator(lines[0]), titles, where))
    if not found:
        raise Refusal(messages.NO_LINES, where)
    return found


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("iso8859-15")


def _separator(header: str) -> str:
    return "\t" if "\t" in header else "|"


def _titles(header: str) -> list[str]:
    known = {title.casefold(): title for title in (*WANTED, "CompAuxNum", *SIDES[0], *SIDES[1])}
    return [known.get(title.strip().casefold(), title) for title in header.split(_separator(header))]


def _refuse_missing(titles: Sequence[str], where: str) -> None:
    missing = [title for title in WANTED if title not in titles]
    if not any(set(pair) <= set(titles) for pair in SIDES):
        missing += SIDES[0]
    if missing:
        raise Refusal(messages.NOT_A_FEC, where, missing=", ".join(missing))


def _lines(lines: Sequence[str], separator: str, titles: Sequence[str], where: str) -> Iterator[FecLine]:
    for number, text in enumerate(lines, 2):
        if text.strip():
            cells = dict(zip(titles, (cell.strip() for cell in text.split(separator)), strict=False))
            yield _line(cells, number, f"{where}, ligne {number}")


def _line(cells: Cells, number: int, where: str) -> FecLine:
    debit, credit = _sides(cells, where)
    return FecLine(
        number,
        cells.get("JournalCode", ""),
        cells.get("EcritureNum", ""),
        _day(cells, where),
        cells.get("CompteNum", ""),
        cells.get("CompAuxNum", ""),
        cells.get("PieceRef", ""),
        cells.get("EcritureLib", ""),
        max(debit, -credit, Decimal(0)),
        max(credit, -debit, Decimal(0)),
    )


def _sides(cells: Cells, where: str) -> tuple[Decimal, Decimal]:
    if "Sens" in cells:
        amount = _amount(cells, "Montant", where)
        return (amount, Decimal(0)) if cells["Sens"].upper() in {"D", "+1", "1"} else (Decimal(0), amount)
    return _amount(cells, "Debit", where), _amount(cells, "Credit", where)


def _amount(cells: Cells, column: str, where: str) -> Decimal:
    text = cells.get(column, "").replace(" ", "") or "0"
    if not AMOUNT.fullmatch(text):
        raise Refusal(messages.BAD_VALUE, where, column=column, value=text)
    return Decimal(text.replace(",", "."))


def _day(cells: Cells, where: str) -> date:
    text = cells.get("EcritureDate", "")
    found = DAY.fullmatch(text)
    try:
        return date(*(int(part) for part in found.groups())) if found else date.fromisoformat(text)
    except (ValueError, TypeError):
        raise Refusal(messages.BAD_VALUE, where, column="EcritureDate", value=text) from None
