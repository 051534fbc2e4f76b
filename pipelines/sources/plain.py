"""The plain format: one CSV per kind, recognised by its header, taken as it stands (docs/format-simple.md)."""

from pipelines.domain.columns import Column, Kind
from pipelines.domain.kinds import PLAIN_KINDS, REFUNDS
from pipelines.sources.source import Header, Mapped, TableSource

MOVEMENTS = """
select
    * replace (
        case when is_unknown then 'unknown' else type end as type,
        case when is_unknown then concat_ws(' : ', type, description) else description end as description
    )
from (
    select
        *,
        type not in ('refund', 'refund_failure', 'dispute', 'dispute_reversal', 'fee', 'adjustment')
            and coalesce(amount_of(gross), 0) <> 0 as is_unknown
    from staged
)
"""
"""A type outside the list that moves money is kept under its own name: it is an unknown movement, never nothing."""


def plain(kind: Kind) -> TableSource:
    """The plain format of one kind. A column it does not know refuses the file: it may be a column misspelt."""
    return TableSource(
        name=f"plain_{kind.name}",
        headers=tuple(_header(column, kind) for column in kind.plain_columns),
        mappings=(Mapped(kind.name, MOVEMENTS if kind is REFUNDS else "from staged"),),
        only_known_columns=True,
    )


def _header(column: Column, kind: Kind) -> Header:
    return Header(column.name, required=column.name in kind.required)


SOURCES = tuple(plain(kind) for kind in PLAIN_KINDS)
