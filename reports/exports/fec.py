"""FEC-format journal export (LPF art. A47 A-1). Not the legal FEC, which covers all the journals of a firm."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from pipelines.domain.entries import EntryLine, lettered_within
from pipelines.domain.export_file import ExportFile
from pipelines.domain.fec import COLUMNS
from pipelines.domain.month_books import MonthBooks
from reports.exports.wording import one_line

NO_SIREN = "000000000"


def fec(books: MonthBooks) -> ExportFile:
    """The month's file; a lettering code is printed only when its whole group is in it."""
    rows = ["\t".join(COLUMNS), *("\t".join(_fields(line)) for line in lettered_within(books.lines))]
    return ExportFile(f"fec/{fec_name(books)}", ("\r\n".join(rows) + "\r\n").encode("utf-8"))


def fec_name(books: MonthBooks) -> str:
    """`<SIREN>FEC<YYYYMMDD>.txt`, after the month's last day."""
    return f"{books.siren.replace(' ', '') or NO_SIREN}FEC{_day(books.last_day)}.txt"


def _fields(line: EntryLine) -> tuple[str, ...]:
    return (
        _text(line.journal),
        _text(line.journal_label),
        line.number,
        _day(line.booked_on),
        line.account,
        _text(line.account_label),
        _text(line.auxiliary),
        _text(line.auxiliary_label),
        _text(line.piece),
        _day(line.piece_on),
        _text(line.wording),
        _amount(line.debit),
        _amount(line.credit),
        _text(line.lettering),
        _day(line.lettered_on),
        _day(line.valid_on),
        _amount(line.currency_amount),
        line.currency or "",
    )


def _text(words: str | None) -> str:
    return one_line(words, '|"')


@lru_cache(maxsize=4096)
def _day(day: date | None) -> str:
    return "" if day is None else f"{day:%Y%m%d}"


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:.2f}".replace(".", ",")
