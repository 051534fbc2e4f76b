"""Goods seen at the door: what is typed on a telephone becomes a file of returns in the inbox, like any export."""

import csv
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
import io
from pathlib import Path

from pipelines.steps.whole_files import write_whole

HEADER = (
    "return_id",
    "order_id",
    "line_id",
    "sku",
    "quantity",
    "notified_at",
    "sent_at",
    "received_at",
    "reason_code",
    "condition",
    "disposition",
)


@dataclass(frozen=True, slots=True)
class AnnouncedLine:
    """One article of an order, with the return announced for it, if any. Instants are UTC."""

    order_id: str
    line_id: str
    sku: str | None
    title: str
    quantity: Decimal
    return_id: str | None
    return_line_id: str | None
    announced: Decimal | None
    reason_code: str | None
    notified_at: datetime | None
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReceivedLine:
    """What arrived of one article."""

    line: AnnouncedLine
    quantity: int
    reason_code: str
    condition: str
    disposition: str


def reception_file(lines: list[ReceivedLine], instant: str) -> str:
    """Goods received at an instant (ISO 8601, UTC), in the plain format; an announced return keeps its identity."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(_row(received, instant) for received in lines)
    return text.getvalue()


def drop(inbox: Path, name: str, content: str) -> Path:
    """Put a whole file in the inbox, never a half-written one."""
    path = inbox / name
    write_whole(path, content.encode())
    return path


def _row(received: ReceivedLine, instant: str) -> tuple[str, ...]:
    line = received.line
    return (
        line.return_id or f"RC-{line.order_id}",
        line.order_id,
        (line.return_line_id or "") if line.return_id else line.line_id,
        line.sku or "",
        str(received.quantity),
        _iso(line.notified_at) or instant,
        _iso(line.sent_at),
        instant,
        line.reason_code or received.reason_code,
        received.condition,
        received.disposition,
    )


def _iso(at: datetime | None) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}" if at else ""
