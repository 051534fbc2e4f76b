"""The dated document of each daily recap, named as its entry's PieceRef: every operation of the day and journal."""

from collections.abc import Sequence
from itertools import groupby

from pipelines.domain.export_file import ExportFile
from pipelines.domain.money import ZERO
from pipelines.domain.numbering import file_name
from pipelines.domain.recaps import RecapLine
from reports.exports.tables import text_table
from reports.exports.wording import one_line

_HEADER = ("piece", "journal", "date", "document", "libelle", "compte", "auxiliaire", "debit", "credit")


def recap_documents(lines: Sequence[RecapLine]) -> list[ExportFile]:
    """`recapitulatifs/RECAP-AV-20261020.csv` and its like; none without daily recaps."""
    return [
        ExportFile(f"recapitulatifs/{file_name(piece)}.csv", _document(list(found)))
        for piece, found in groupby(lines, key=lambda line: line.piece)
    ]


def _document(lines: Sequence[RecapLine]) -> bytes:
    first = lines[0]
    totals = (sum((line.debit for line in lines), ZERO), sum((line.credit for line in lines), ZERO))
    rows = [_row(line) for line in lines]
    return text_table(_HEADER, [*rows, (first.piece, first.journal, first.booked_on, "", "TOTAL", "", "", *totals)])


def _row(line: RecapLine) -> Sequence[object]:
    words = (one_line(line.document), one_line(line.wording), line.account, line.auxiliary)
    return (line.piece, line.journal, line.booked_on, *words, line.debit, line.credit)
