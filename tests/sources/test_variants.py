"""Files nobody wrote a fixture for: the same rows in other columns, delimiters, encodings and containers are the same rows."""

import csv
import gzip
from io import BytesIO, StringIO
import unicodedata
import zipfile

import openpyxl
import pytest

from pipelines.domain.kinds import KINDS
from tests.sources.golden import FOLDER

EXPORTS = ("stripe/itemized.csv", "paypal/activity-fr.csv", "adyen/settlement.csv")


def written(rows, delimiter, *, quoting=csv.QUOTE_MINIMAL, line_end="\n"):
    text = StringIO()
    csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=line_end).writerows(rows)
    return text.getvalue()


def other_columns(header, rows):
    """Columns the other way round, two of the merchant's own among them, headers in capitals, under a mark."""
    more = [["Note interne", *reversed([cell.upper() for cell in header]), "Zone"]]
    return written([*more, *(["x; y", *reversed(row), "3"] for row in rows)], ";").encode("utf-8-sig")


def other_encoding(header, rows):
    """UTF-16 under tabs, every cell quoted, headers without accents, lines ended as Windows does."""
    plain = [unicodedata.normalize("NFKD", cell).encode("ascii", "ignore").decode() for cell in header]
    return written([plain, *rows], "\t", quoting=csv.QUOTE_ALL, line_end="\r\n").encode("utf-16")


def unmarked_encoding(header, rows):
    """UTF-16 without the mark that says so, the larger byte first."""
    return written([header, *rows], ";").encode("utf-16-be")


def other_layout(header, rows):
    """A spreadsheet's hint, a preamble, headers in small letters, spaces around cells, empty lines amid and after."""
    padded = [[f" {cell} " for cell in row] for row in rows]
    body = written([[cell.lower() for cell in header], padded[0], [], *padded[1:]], "|")
    return f"sep=|\r\nMa boutique\r\n\r\n{body}\n\n".encode()


def as_workbook(header, rows):
    """The second sheet of a workbook, after a notice."""
    book = openpyxl.Workbook()
    book.active.append(["Lisez-moi"])
    sheet = book.create_sheet("Export")
    for row in (header, *rows):
        sheet.append([cell or None for cell in row])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def in_folders(header, rows):
    """A gzip in a folder of a zip, beside a hidden file."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(
            "Exports 2026/octobre/données (1).csv.gz", gzip.compress(written([header, *rows], ",").encode())
        )
        archive.writestr("__MACOSX/._données (1).csv", b"\x00\x05")
    return content.getvalue()


VARIANTS = (other_columns, other_encoding, unmarked_encoding, other_layout, as_workbook, in_folders)


def exported(name):
    text = (FOLDER / name).read_text(encoding="utf-8-sig")
    header, *rows = [row for row in csv.reader(StringIO(text)) if row]
    return header, [row + [""] * (len(header) - len(row)) for row in rows]


def told(inbox, name):
    """Every row the file became, whatever line it stood on."""
    read = "select sha256 from raw.files where starts_with(name, ?)"
    rows = []
    for kind in KINDS.values():
        names = '", "'.join(kind.names)
        query = f'select "{names}" from raw.{kind.name} where source_file in ({read})'
        found = inbox.warehouse.connection.execute(query, [f"inbox/{name}"]).fetchall()
        rows += [(kind.name, row) for row in found]
    return sorted(rows, key=str)


@pytest.mark.parametrize("name", EXPORTS)
def test_the_same_rows_otherwise_written_are_the_same_rows(inbox, name):
    header, rows = exported(name)
    inbox.drop("as-exported.csv", (FOLDER / name).read_bytes())
    for variant in VARIANTS:
        inbox.drop(variant.__name__, variant(header, rows))
    inbox.read()
    assert inbox.refused() == []
    expected = told(inbox, "as-exported.csv")
    assert expected
    assert {variant.__name__: told(inbox, variant.__name__) for variant in VARIANTS} == {
        variant.__name__: expected for variant in VARIANTS
    }


def test_a_statement_without_line_ends_is_the_same_statement(inbox):
    lines = (FOLDER / "bank" / "cfonb120.txt").read_text(encoding="latin-1").splitlines()
    inbox.drop("lines.txt", "\n".join(lines))
    inbox.drop("one-line.txt", "".join(line.ljust(120) for line in lines) + "\x1a")
    inbox.read()
    assert (inbox.refused(), inbox.rejected()) == ([], [])
    assert told(inbox, "lines.txt") == told(inbox, "one-line.txt") != []
