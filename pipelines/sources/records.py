"""Lays what a Python reader yields into one wide table, so that it is taken, excluded and refused like any other."""

from collections.abc import Iterator
import csv
from pathlib import Path

from pipelines.domain.kinds import KINDS
from pipelines.domain.messages import files as messages
from pipelines.domain.refusals import Refusal
from pipelines.sources.source import (
    Document,
    Excluded,
    Mapped,
    Reading,
    Record,
    RecordSource,
    Rejected,
    TableSource,
    Total,
)

EXCLUDED, REJECTED, TOTAL = "(excluded)", "(rejected)", "(total)"
FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What a reader may stumble over in a document that is not as its format says."""
NAMES = tuple(sorted({name for kind in KINDS.values() for name in kind.names}))
COLUMNS = ("source_row", "record_kind", "record_reason", "record_column", "record_value", "record_code", *NAMES)


def laid_out(source: RecordSource, document: Document, name: str, path: Path) -> TableSource:
    """Write every reading to a table at `path`; the table's declaration. Raises Refusal when the reader stumbles."""
    kinds: set[str] = set()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        try:
            for reading in source.read(document):
                writer.writerow(_cells(reading))
                if isinstance(reading, Record):
                    kinds.add(reading.kind)
        except FAULTS as error:
            reason = f"{type(error).__name__}: {error}"
            raise Refusal(messages.FAULTY_RECORD, name, format=source.name, reason=reason) from error
    return TableSource(
        name=source.name,
        headers=(),
        mappings=tuple(_mapped(kind) for kind in sorted(kinds)),
        provider=source.provider,
        exclusions=f"""
            select source_row, record_reason as reason from staged where record_kind = '{EXCLUDED}'
            union all
            select source_row, 'footer' from staged where record_kind = '{TOTAL}'
        """,  # noqa: S608
        totals=f"""
            select source_row, record_column as name, record_reason as currency, record_code as stated, record_value as found,
                account, booked_on as as_of
            from staged
            where record_kind = '{TOTAL}'
        """,  # noqa: S608
        rejections=f"""
            select source_row, record_column as "column", record_value as "value", record_code as code
            from staged
            where record_kind = '{REJECTED}'
        """,  # noqa: S608
    )


def recognised_record(sources: Iterator[RecordSource], document: Document) -> RecordSource | None:
    """The first format that recognises a document, by name."""
    return next((source for source in sources if source.recognises(document)), None)


def _mapped(kind: str) -> Mapped:
    return Mapped(kind, f"from staged where record_kind = '{kind}'")


def _cells(reading: Reading) -> dict[str, str | int | None]:
    match reading:
        case Record(kind, row, values):
            unknown = values.keys() - set(KINDS[kind].names)
            assert not unknown, f"{kind} has no columns {unknown}"
            return {**values, "source_row": row, "record_kind": kind}
        case Excluded(row, reason):
            return {"source_row": row, "record_kind": EXCLUDED, "record_reason": reason}
        case Total(row, name, currency, stated, found, account, as_of):
            told = {"record_column": name, "record_reason": currency, "record_code": stated, "record_value": found}
            told |= {"account": account, "booked_on": as_of}
            return {"source_row": row, "record_kind": TOTAL, **told}
        case Rejected(row, column, value, code):
            faults = {"record_column": column, "record_value": value, "record_code": code}
            return {"source_row": row, "record_kind": REJECTED, **faults}
