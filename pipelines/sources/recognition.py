"""Which format a file is of: its header is looked for among those every source declares, whatever the file's name."""

from collections.abc import Iterator, Sequence
import csv
from dataclasses import dataclass
from difflib import get_close_matches

from pipelines.domain.messages import files as messages
from pipelines.domain.refusals import Refusal
from pipelines.sources.source import Header, TableSource, normalised

DELIMITERS = (",", ";", "\t", "|")
DEPTH = 40
"""How many lines may stand above a header."""
ALIKE = 0.75
"""From which likeness on a column is taken for another one misspelt."""
ALL_BUT_ONE = 0.8
NEARLY = 0.6
"""From which share of its required columns on a header is taken for a format's with a mistake."""


@dataclass(frozen=True, slots=True)
class Table:
    """A header found: its format, its delimiter, its columns as written and as SQL names them, the lines down to it."""

    source: TableSource
    delimiter: str
    header: tuple[str, ...]
    columns: tuple[str, ...]
    skip: int

    @property
    def names(self) -> tuple[str, ...]:
        """The columns in their order, under the names their source uses."""
        known = {spelling: entry.name for entry in self.source.headers for spelling in entry.known_as}
        return _distinct([known.get(column, column) for column in self.columns])

    @property
    def least(self) -> int:
        """How many cells a row has that ends at the last column its format cannot do without."""
        needed = {spelling for entry in self.source.headers if entry.required for spelling in entry.known_as}
        return 1 + max((place for place, column in enumerate(self.columns) if column in needed), default=0)

    @property
    def absent(self) -> tuple[str, ...]:
        """The declared columns this file lacks."""
        present = set(self.names)
        return tuple(entry.name for entry in self.source.headers if entry.name not in present)


def recognised(lines: Sequence[str], name: str, known: Sequence[TableSource]) -> Table:
    """The header among the first lines of a text. Raises Refusal naming the column misspelt or missing."""
    tables = [table for candidate in _candidates(lines) for table in _tables(*candidate, known)]
    if not tables:
        raise _unrecognised(lines, name, known)
    most = max(_fit(table) for table in tables)
    best = [table for table in tables if _fit(table) == most]
    formats = sorted({table.source.name for table in best})
    if len(formats) > 1:
        raise Refusal(messages.AMBIGUOUS_FORMAT, name, formats=", ".join(formats))
    _check_columns(best[0], name)
    return best[0]


def is_header(line: str, known: Sequence[TableSource]) -> bool:
    """True when a line is the header of a known format."""
    return any(table for candidate in _candidates([line]) for table in _tables(*candidate, known))


def _candidates(lines: Sequence[str]) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    for number, line in enumerate(lines[:DEPTH], start=1):
        for delimiter in DELIMITERS:
            if delimiter in line or delimiter == ",":
                cells = tuple(next(csv.reader([line], delimiter=delimiter), []))
                yield number, delimiter, cells


def _tables(number: int, delimiter: str, cells: tuple[str, ...], known: Sequence[TableSource]) -> Iterator[Table]:
    columns = _distinct([normalised(cell) or f"column_{rank}" for rank, cell in enumerate(cells, start=1)])
    for source in known:
        if source.found_in(columns):
            yield Table(source, delimiter, cells, columns, number)


def _fit(table: Table) -> tuple[bool, int, int]:
    """The shop's own formats first, then more declared columns, then fewer columns the format does not know."""
    found = table.source.found_in(table.columns)
    return table.source.is_own, found, found - len(table.columns)


def _distinct(columns: Sequence[str]) -> tuple[str, ...]:
    """The same names, a second `solde` as `solde_2`."""
    seen: dict[str, int] = {}
    distinct = []
    for column in columns:
        seen[column] = seen.get(column, 0) + 1
        distinct.append(column if seen[column] == 1 else f"{column}_{seen[column]}")
    return tuple(distinct)


def _check_columns(table: Table, name: str) -> None:
    """A format that knows all its columns refuses any other: it may be a column misspelt."""
    if not table.source.only_known_columns:
        return
    declared = [entry.name for entry in table.source.headers]
    for written, column in zip(table.header, table.columns, strict=True):
        if column in declared:
            continue
        if normalised(written) in declared:
            raise Refusal(messages.TWICE_COLUMN, name, column=written)
        free = [entry for entry in table.source.headers if entry.name not in table.columns]
        raise _unknown(written, table.source, free, name)


def _unknown(written: str, source: TableSource, free: Sequence[Header], name: str) -> Refusal:
    spellings = {
        spelling: each for entry in free for each in (entry.name, *entry.spellings) for spelling in [normalised(each)]
    }
    found = get_close_matches(normalised(written), list(spellings), n=1, cutoff=ALIKE)
    nearest = [spellings[spelling] for spelling in found]
    facts = {"column": written, "format": source.name}
    if nearest:
        return Refusal(messages.MISSPELT_COLUMN, name, **facts, nearest=nearest[0])
    return Refusal(messages.UNKNOWN_COLUMN, name, **facts, known=", ".join(entry.name for entry in source.headers))


def _unrecognised(lines: Sequence[str], name: str, known: Sequence[TableSource]) -> Refusal:
    """What to say of a text whose header no format has: the format it nearly is, else its first line."""
    share, source, columns, cells = max(
        (
            (_share(columns, source), source, columns, cells)
            for _, _, cells in _candidates(lines)
            for columns in [_distinct([normalised(cell) or "_" for cell in cells])]
            for source in known
        ),
        key=lambda entry: entry[0],
    )
    if share[0] < NEARLY:
        return Refusal(messages.UNKNOWN_FORMAT, name, header=_first_words(lines))
    present = set(columns)
    missing = [entry for entry in source.headers if entry.required and not entry.known_as & present]
    known_spellings = {spelling for entry in source.headers for spelling in entry.known_as}
    for written in cells:
        wanted = [spelling for entry in missing for spelling in entry.known_as]
        if normalised(written) not in known_spellings and get_close_matches(normalised(written), wanted, 1, ALIKE):
            return _unknown(written, source, missing, name)
    if share[0] < ALL_BUT_ONE:
        return Refusal(messages.UNKNOWN_FORMAT, name, header=_first_words(lines))
    return Refusal(messages.MISSING_COLUMN, name, format=source.name, column=missing[0].name)


def _first_words(lines: Sequence[str]) -> str:
    return next((line for line in lines if line.strip()), "")[:200]


def _share(columns: Sequence[str], source: TableSource) -> tuple[float, int]:
    """The share of a format's required columns that a header has, and how many of any it has."""
    present = frozenset(columns)
    needed = [entry for entry in source.headers if entry.required]
    there = sum(bool(entry.known_as & present) for entry in needed)
    return there / len(needed), sum(bool(entry.known_as & present) for entry in source.headers)
