"""Reads small drawn tables (` a | b `) and puts their rows into a real warehouse, with usual values where a drawing is silent."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from pipelines.warehouse import Warehouse

Row = dict[str, str | None]
Usual = str | int | Decimal | Callable[[Row], object]


def drawn(drawing: str) -> list[Row]:
    """The rows of a drawing: the first line names the columns, a rule of dashes is skipped, an empty cell is nothing."""
    lines = [line.strip().strip("|") for line in drawing.strip().splitlines() if set(line.strip()) - set("-+|")]
    header, *rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    assert all(len(row) == len(header) for row in rows), "each drawn row has one cell per column"
    return [dict(zip(header, (cell or None for cell in row), strict=True)) for row in rows]


def fill(warehouse: Warehouse, **drawings: str) -> None:
    """Insert each drawing into the core table of its name: `fill(warehouse, refunds=" refund_id | gross …")`."""
    for table, drawing in drawings.items():
        insert(warehouse, table, drawn(drawing))


def insert(warehouse: Warehouse, table: str, rows: list[Row]) -> None:
    """Insert rows into a core table, completed by `USUAL`."""
    for number, row in enumerate(rows, start=1):
        read = {"source_row": str(number)} if "source_row" in USUAL.get(table, {}) else {}
        values = completed(table, {**read, **row})
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" for _ in values)
        warehouse.connection.execute(f"insert into core.{table} ({names}) values ({marks})", list(values.values()))


def shown(warehouse: Warehouse, table: str, columns: str, where: str = "true") -> list[tuple[str, ...]]:
    """Rows of a core table as text, sorted: what a drawing is compared with."""
    found = warehouse.connection.execute(f"select {columns.replace(' | ', ', ')} from core.{table} where {where}")
    return sorted(tuple("" if cell is None else str(cell) for cell in row) for row in found.fetchall())


def expected(drawing: str) -> list[tuple[str, ...]]:
    """The rows of a drawing as `shown` tells them."""
    return sorted(tuple(cell or "" for cell in row.values()) for row in drawn(drawing))


def completed(table: str, row: Mapping[str, str | None]) -> dict[str, object]:
    """One row with the usual values of its table; usual values may look at what the row says."""
    values: dict[str, object] = dict(row)
    for name, usual in USUAL.get(table, {}).items():
        if values.get(name) is None:
            values[name] = usual({**row, **{key: values[key] for key in values}}) if callable(usual) else usual  # type: ignore[arg-type]
    return {name: value for name, value in values.items() if value is not None}


def day(name: str, usual: str = "2026-10-01") -> Callable[[Row], object]:
    return lambda row: str(row.get(name) or usual)[:10]


def noon(name: str, usual: str = "2026-10-01") -> Callable[[Row], object]:
    return lambda row: f"{row[name]} 12:00:00" if row.get(name) else None if not usual else f"{usual} 12:00:00"


def net(row: Row) -> Decimal:
    return round(Decimal(row["gross"] or "0") / Decimal("1.2"), 2)


def vat(row: Row) -> Decimal:
    return Decimal(row["gross"] or "0") - net(row)


def same(name: str) -> Callable[[Row], object]:
    return lambda row: row.get(name)


READ = {"source_file": "0" * 64, "source_row": 1}
MONEY = {"net": net, "vat": vat}
USUAL: dict[str, dict[str, Usual]] = {
    "orders": {
        "ordered_on": day("ordered_at", "2026-09-01"), "ordered_at": noon("ordered_on"), "country": "FR", "currency": "EUR",
        "status": "delivered", "gross": "100.00", **MONEY, **READ,
    },
    "order_lines": {
        "line_id": "1", "line_type": "product", "title": same("sku"), "quantity": 1, "vat_rate": "20.00", "gross": "100.00",
        "unit_price_gross": same("gross"), **MONEY, **READ,
    },
    "order_states": {"changed_on": day("changed_at"), "changed_at": noon("changed_on"), **READ},
    "payments": {
        "provider": "stripe", "captured_on": day("captured_at", "2026-09-01"), "captured_at": noon("captured_on"), "currency": "EUR", **READ,
    },
    "returns": {
        "notified_on": day("notified_at"), "notified_at": noon("notified_on"), "sent_at": noon("sent_on", ""),
        "received_at": noon("received_on", ""), **READ,
    },
    "return_lines": {"line_number": 1, "quantity": 1, "received_at": noon("received_on", ""), **READ},
    "credit_notes": {
        "numbered_by": "shop", "series": "AV", "issued_on": day("issued_at"), "issued_at": noon("issued_on"), "origin_invoices": "[]",
        "nature": "return", "settlement": "refund", "currency": "EUR", "state": "issued", **MONEY, **READ,
    },
    "credit_note_lines": {
        "line_number": 1, "line_type": "product", "title": same("sku"), "quantity": 1, "vat_rate": "20.00", "gross": "10.00",
        "unit_price_gross": same("gross"), **MONEY, **READ,
    },
    "refunds": {
        "provider": "stripe", "type": "refund", "status": "succeeded", "created_on": day("created_at"),
        "created_at": noon("created_on"), "currency": "EUR", "state": "open", **READ,
    },
    "payouts": {"provider": "stripe", "paid_on": day("paid_at"), "paid_at": noon("paid_on"), "currency": "EUR", **READ},
    "provider_balances": {"provider": "stripe", "as_of_on": day("as_of_at"), "as_of_at": noon("as_of_on"), "currency": "EUR", **READ},
    "bank_lines": {"account": "FR76", "booked_on": day("booked_on"), "currency": "EUR", "label": "VIR", **READ},
    "stock_counts": {"place": "principal", "counted_on": day("counted_at"), "counted_at": noon("counted_on"), **READ},
    "stock_receipts": {"place": "principal", "received_on": day("received_at"), "received_at": noon("received_on"), **READ},
    "shop_stock": {"place": "principal", "as_of_on": day("as_of_at"), "as_of_at": noon("as_of_on"), **READ},
    "decisions": {"decided_at": "2026-10-31 12:00:00", "author": "Anne"},
}  # fmt: skip
MONTH_END = date(2026, 10, 31)
