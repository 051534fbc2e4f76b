"""The plain format: one CSV per kind, recognised by its header, taken as it stands (docs/plain-format.md)."""

from pipelines.domain.columns import Column, Kind
from pipelines.domain.kinds import PLAIN_KINDS
from pipelines.sources.source import Header, Mapped, TableSource


def plain(kind: Kind) -> TableSource:
    """The plain format of one kind. A column it does not know refuses the file: it may be a column misspelt."""
    return TableSource(
        name=f"plain_{kind.name}",
        headers=tuple(_header(column, kind) for column in kind.plain_columns),
        mappings=(Mapped(kind.name, "from staged"),),
        only_known_columns=True,
    )


def _header(column: Column, kind: Kind) -> Header:
    return Header(column.name, required=column.name in kind.required)


SOURCES = tuple(plain(kind) for kind in PLAIN_KINDS)
