"""The protocol every export format follows: a declaration of how to recognise a file and how its rows become ours.

A table (CSV, TSV, a sheet, Parquet) is declared with SQL over its cells as text; anything else (JSON, XML, bank files)
with a Python reader of its bytes. Nothing here opens a file or a database: `pipelines/steps/ingest.py` runs these.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
import json
import re
from typing import TYPE_CHECKING
import unicodedata

from pipelines.sources.decoding import HEAD, wide

if TYPE_CHECKING:
    from lxml import etree


ENCODINGS = ("utf-8", "cp1252")
"""What a text is written in unless its format says otherwise, tried in order."""


SIGNS = str.maketrans(
    {"\ufeff": "", "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "\u2010": "-", "\u2013": "-"}
)
"""Marks, apostrophes and dashes as typographers write them."""


def normalised(header: str) -> str:
    """A header cell as SQL names it, without accents, case, signs and spaces: "Net Debit (NC)" is `net_debit_nc`."""
    plain = unicodedata.normalize("NFKD", header.translate(SIGNS)).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


@cache
def _known_as(spellings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(normalised(spelling) for spelling in spellings)


@dataclass(frozen=True, slots=True)
class Header:
    """One column of a table: the name SQL uses, and every spelling it is known under (its own name is one).

    An optional column that a file lacks is empty in every row, so SQL may always name it.
    """

    name: str
    spellings: tuple[str, ...] = ()
    required: bool = True

    @property
    def known_as(self) -> frozenset[str]:
        """The normalised spellings."""
        return _known_as((self.name, *self.spellings))


def required(*names: str) -> tuple[Header, ...]:
    """Columns without which a file is not of this format, known under one spelling."""
    return tuple(Header(normalised(name)) for name in names)


def optional(*names: str) -> tuple[Header, ...]:
    """Columns that some files of this format lack."""
    return tuple(Header(normalised(name), required=False) for name in names)


@dataclass(frozen=True, slots=True)
class Mapped:
    """How the table's rows become rows of a kind: one `select` over `staged`, giving `source_row` and its columns.

    Columns of the kind that the select leaves out are empty. Every value is text in the plain format (dot, ISO 8601);
    a value that cannot be turned into it is passed on as it stands, and is refused under its own words.
    """

    kind: str
    select: str


@dataclass(frozen=True, slots=True)
class TableSource:
    """A format that is a table: CSV, TSV, a sheet of a workbook, Parquet.

    A file is of this format when it has every required column; of several such formats the one with most declared
    columns in the file is taken. The header is looked for in the first 40 lines, under the delimiters `,` `;` tab `|`.
    `exclusions` is one `select source_row, reason` over `staged`; `rejections` one `select source_row, "column",
    "value", code`, the code being a message of `pipelines/domain/messages/files.py`. A row that no mapping, exclusion
    or rejection takes is refused as unknown. `totals` is one `select source_row, name, currency, stated, found` over the
    cells as exported and the lines `above` the header (`line`, `words`): the source's own totals beside what its rows come
    to; `account` and `as_of` make one the balance of a bank account on a day. SQL may use `$currency`, `$time_zone` (the provider's, else the shop's)
    and `parameters`. A shop's own format (`is_own`) is preferred. `short_rows` lets rows be shorter than the header; `encodings` are tried in order.
    """

    name: str
    headers: tuple[Header, ...]
    mappings: tuple[Mapped, ...]
    provider: str = ""
    reshaped: str = ""
    exclusions: str = ""
    rejections: str = ""
    totals: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    encodings: tuple[str, ...] = ENCODINGS
    short_rows: bool = False
    only_known_columns: bool = False
    is_own: bool = False

    def found_in(self, header: tuple[str, ...]) -> int:
        """How many declared columns this normalised header has; 0 when a required one is missing."""
        present = frozenset(header)
        if any(entry.required and entry.known_as.isdisjoint(present) for entry in self.headers):
            return 0
        return sum(not entry.known_as.isdisjoint(present) for entry in self.headers)


@dataclass(frozen=True, slots=True)
class Record:
    """One row of one kind, as text in the plain format. `source_row` is the line, or the rank, it was read from."""

    kind: str
    source_row: int
    values: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Excluded:
    """A row that is understood and moves nothing we keep; `reason` is a word of `messages/exclusions.py`."""

    source_row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that cannot be taken; `code` is a message of `messages/files.py`, filled with `column` and `value`."""

    source_row: int
    column: str
    value: str
    code: str


@dataclass(frozen=True, slots=True)
class Total:
    """A total or a balance the source prints itself, in the plain format, beside what its rows come to.

    The balance of a bank account on a day says which; without a balance it starts from, nothing is `found`.
    """

    source_row: int
    name: str
    currency: str
    stated: str
    found: str = ""
    account: str = ""
    as_of: str = ""


Reading = Record | Excluded | Rejected | Total


@dataclass(frozen=True)
class Document:
    """The bytes of one file, decoded or parsed once however many formats look at it."""

    content: bytes
    shop: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        """The text: UTF-16 by its mark or its empty bytes, else UTF-8, else cp1252."""
        encoding = wide(self.content[:HEAD])
        if encoding:
            return self.content.decode(encoding, "replace")
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return self.content.decode("cp1252", "replace")

    @cached_property
    def json(self) -> object:
        """The JSON value, numbers as exact text; a list where each line is one; None when it is no JSON."""
        try:
            return _exact(self.text)
        except (ValueError, RecursionError):
            return self._json_lines()

    def _json_lines(self) -> list[object] | None:
        lines = [line for line in self.text.splitlines() if line.strip()]
        try:
            return (
                [_exact(line) for line in lines]
                if lines and all(line.lstrip().startswith("{") for line in lines)
                else None
            )
        except (ValueError, RecursionError):
            return None

    @cached_property
    def xml(self) -> "etree._Element | None":
        """The root of the XML, without entities, DTD or network; None when it is no such XML."""
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(self.content, parser)
        except etree.XMLSyntaxError:
            return None
        return None if root.getroottree().docinfo.internalDTD is not None else root


@dataclass(frozen=True, slots=True)
class RecordSource:
    """A format that is no table: JSON, XML, a bank file, fixed width.

    `recognises` looks at the document and says whether it is of this format; `read` yields its rows, numbered.
    `document.shop` has `currency` and `time_zone`.
    """

    name: str
    recognises: Callable[[Document], bool]
    read: Callable[[Document], Iterator[Reading]]
    provider: str = ""


Source = TableSource | RecordSource


def _exact(text: str) -> object:
    return json.loads(text, parse_float=str, parse_int=str)


def is_hostile(document: Document) -> bool:
    """True for XML that declares a DTD or entities: an ordinary export has none."""
    head = document.content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and (b"<!DOCTYPE" in head or b"<!ENTITY" in document.content)
