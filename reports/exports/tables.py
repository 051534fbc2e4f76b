"""A table people open in a spreadsheet: semicolons, UTF-8, exact amounts."""

from collections.abc import Iterable, Sequence
import csv
import io

from pipelines.domain.export_file import ExportFile


def table(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> ExportFile:
    """One file under `exports/`; nothing stands for what is absent."""
    return ExportFile(f"exports/{name}", text_table(header, rows))


def text_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The table alone."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(["" if cell is None else str(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8")
