"""Writes the workbook file: the frame's parts with the rows streamed in, the same bytes for the same cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
import re
from zipfile import ZIP_DEFLATED, ZipFile

from reports.workbook.cells import escaped
from reports.workbook.frame import Frame, last_row_of

NO_ROWS = re.compile(r"<sheetData\s*/>|<sheetData>.*?</sheetData>", re.DOTALL)
NO_SIZE = re.compile('<dimension ref="[^"]*"')
SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
TABLE = re.compile(r"xl/tables/table\d+\.xml")
APPLICATION = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Lettrage</Application><AppVersion>1.0</AppVersion></Properties>"
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>Lettrage</dc:creator>'
    '<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created></cp:coreProperties>'
)


@dataclass(frozen=True, slots=True)
class Filled:
    """The rows of one sheet as XML, and its real last cell."""

    rows: Iterable[str]
    last_row: int
    last_column: str


def file_bytes(frame: Frame, sheets: Sequence[Filled], title: str, day: str) -> bytes:
    """The whole file."""
    lasts = {str(last_row_of(index)): str(sheet.last_row) for index, sheet in enumerate(sheets)}
    replaced = {"docProps/app.xml": APPLICATION, "docProps/core.xml": CORE.format(title=escaped(title), day=day)}
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=3) as archive:
        for name in sorted(frame.parts, key=lambda part: (part != "[Content_Types].xml", part)):
            part = _with_lasts(replaced.get(name, frame.parts[name]), lasts)
            found = SHEET.fullmatch(name)
            _write(archive, name, _with_rows(part, sheets[int(found[1]) - 1]) if found else [part])
    return file.getvalue()


def _with_lasts(part: str, lasts: Mapping[str, str]) -> str:
    for stands_for, last in lasts.items():
        part = part.replace(stands_for, last)
    return part


def _with_rows(part: str, sheet: Filled) -> Iterable[str]:
    before, after = NO_ROWS.split(part, maxsplit=1)
    yield NO_SIZE.sub(f'<dimension ref="A1:{sheet.last_column}{sheet.last_row}"', before) + "<sheetData>"
    yield from sheet.rows
    yield "</sheetData>" + after


def _write(archive: ZipFile, name: str, texts: Iterable[str]) -> None:
    """A part opened by its name bears the zip format's first day, not today."""
    with archive.open(name, "w") as target:
        for text in texts:
            target.write(text.encode("utf-8"))
