"""Reads back the workbook a person decided in. Trusts nothing of it: size, macros, links, names of sheets and columns."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
import re
from typing import Any
from zipfile import ZipFile

from pipelines.domain.decided_book import DecidedBook
from pipelines.domain.decided_rows import DecidedRow, WrittenRow
from pipelines.domain.decision_sheet import (
    COMMENT,
    DECISION,
    HEADER_ROW,
    KEY,
    MANIFEST,
    MONTH,
    OWNER,
    PRECISION,
    PROTECTED,
    SHEET,
    SHOP,
    fingerprint,
)
from pipelines.domain.messages import workbook as messages
from pipelines.domain.refusals import Refusal

LARGEST, FIRST_BYTES = 300_000_000, 4_096
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
Cells = Mapping[str, Any]


def read_decided_workbook(content: bytes, where: str) -> DecidedBook:
    """The book of these bytes. Raises Refusal when it is none of ours, or could harm."""
    from openpyxl import load_workbook

    try:
        _refuse_harm(content, where)
        book = load_workbook(BytesIO(content), read_only=True)
        return _book(book, where)
    except Refusal:
        raise
    except Exception as error:  # openpyxl fails in many ways on what is no workbook
        raise Refusal(messages.UNREADABLE, where, reason=type(error).__name__) from error


def _refuse_harm(content: bytes, where: str) -> None:
    archive = ZipFile(BytesIO(content))
    parts = archive.infolist()
    unfolded = sum(part.file_size for part in parts)
    names = [part.filename for part in parts]
    if unfolded > LARGEST:
        raise Refusal(messages.TOO_LARGE, where, megabytes=unfolded // 1_000_000)
    if any("vbaproject" in name.casefold() or "/macrosheets/" in name for name in names):
        raise Refusal(messages.MACROS, where)
    if any("externallinks/" in name.casefold() for name in names):
        raise Refusal(messages.EXTERNAL_LINKS, where)
    if any(b"<!DOCTYPE" in archive.open(name).read(FIRST_BYTES) for name in names if name.endswith((".xml", ".rels"))):
        raise Refusal(messages.UNREADABLE, where, reason="DOCTYPE")


def _book(book: Any, where: str) -> DecidedBook:
    if MANIFEST not in book.sheetnames:
        raise Refusal(messages.NOT_OURS, where)
    manifest = [[_text(cell.value) for cell in row[:5]] for row in _body(book[MANIFEST])]
    facts = {line[0]: line[1] for line in manifest if line[0].startswith("#")}
    if not facts.keys() >= {MONTH, SHOP}:
        raise Refusal(messages.NOT_OURS, where)
    written = {line[1]: WrittenRow(line[0], *line[2:5]) for line in manifest if line[1] and not line[0].startswith("#")}
    sheets = [line[1] for line in manifest if line[0] == SHEET]
    rows = [row for sheet in sheets for row in _rows(book, sheet, where)]
    return DecidedBook(facts[MONTH], facts[SHOP], written, rows)


def _rows(book: Any, sheet: str, where: str) -> Iterator[DecidedRow]:
    """The rows of one sheet that are not empty."""
    if sheet not in book.sheetnames:
        raise Refusal(messages.SHEET_MISSING, where, sheet=sheet)
    book[sheet].reset_dimensions()
    titles = [_text(cell.value) for cell in next(book[sheet].iter_rows(min_row=HEADER_ROW, max_row=HEADER_ROW), ())]
    _refuse_missing(titles, f"{where}, {sheet}")
    for number, row in enumerate(_body(book[sheet]), HEADER_ROW + 1):
        cells = dict(zip(titles, row, strict=False))
        decided = _row(sheet, number, cells)
        if decided.key or decided.says:
            yield decided


def _refuse_missing(titles: Sequence[str], where: str) -> None:
    for column in (DECISION, COMMENT, KEY):
        if column not in titles:
            raise Refusal(messages.COLUMN_MISSING, where, column=column)


def _row(sheet: str, number: int, cells: Cells) -> DecidedRow:
    words = {title: _text(_value(cells, title)) for title in (DECISION, PRECISION, COMMENT, OWNER, KEY)}
    formulas = tuple(title for title in words if title in cells and cells[title].data_type == "f")
    shown = fingerprint([_value(cells, title) for title in PROTECTED])
    return DecidedRow(
        sheet,
        number,
        words[KEY],
        shown,
        words[DECISION],
        words[PRECISION],
        words[COMMENT],
        words[OWNER],
        formulas,
    )


def _body(sheet: Any) -> Iterator[Any]:
    sheet.reset_dimensions()
    rows: Iterator[Any] = sheet.iter_rows(min_row=HEADER_ROW + 1)
    return rows


def _value(cells: Cells, title: str) -> object:
    return cells[title].value if title in cells else None


def _text(value: object) -> str:
    return "" if value is None else ESCAPED.sub(_sign, str(value)).strip()


def _sign(escaped: re.Match[str]) -> str:
    """The sign a workbook wrote as its number; half of one is none."""
    sign = chr(int(escaped[1], 16))
    return "\ufffd" if "\ud800" <= sign <= "\udfff" else sign
