"""The month's workbook: typed, exact, recalculated by LibreOffice to our own figures, harmless whatever it was fed."""

from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook

from reports.workbook import workbook
from tests.reports.ledger_drawn import EMPTY, ledger


def opened(content: bytes, **options):
    return load_workbook(BytesIO(content), **options)


def test_the_same_ledger_gives_the_same_bytes():
    assert workbook(ledger()) == workbook(ledger())


def test_a_month_without_rows_has_every_sheet():
    assert opened(workbook(ledger(**EMPTY))).sheetnames == opened(workbook(ledger())).sheetnames


def test_every_part_of_the_file_is_named_by_its_content_types():
    with ZipFile(BytesIO(workbook(ledger()))) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
