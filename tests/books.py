"""Puts drawn rows into a warehouse and reads entries back, so that a test of the books is a small picture."""

from datetime import date
from decimal import Decimal

from pipelines.domain.shop import Shop, parse_shop
from pipelines.steps.month_books import month_books
from pipelines.steps.post import post
from pipelines.warehouse import Warehouse

USUAL = {
    "varchar": "",
    "date": "2026-10-01",
    "timestamp": "2026-10-01 10:00:00",
    "boolean": False,
}


def add(warehouse: Warehouse, table: str, **values: object) -> None:
    """One row; what is not named takes the usual value of its type when it must not be null."""
    described = warehouse.connection.execute(f"describe {table}").fetchall()
    row = {name: values.get(name, _usual(name, kind, null == "YES")) for name, kind, null, *_ in described}
    assert values.keys() <= row.keys(), values.keys() - row.keys()
    for name in list(row):
        if (
            name.endswith("_on")
            and row[name] is not None
            and name[:-3] + "_at" in row
            and name[:-3] + "_at" not in values
        ):
            row[name[:-3] + "_at"] = row[name]
    marks = ", ".join("?" for _ in row)
    warehouse.connection.execute(f"insert into {table} values ({marks})", list(row.values()))


def _usual(name: str, kind: str, may_be_null: bool) -> object:
    if name == "currency":
        return "EUR"
    if name == "country":
        return "FR"
    if may_be_null:
        return None
    if kind.endswith("[]"):
        return []
    return USUAL.get(kind.lower(), 0)


def credit_note(
    warehouse: Warehouse, number: str, day: str, lines: list[tuple[str, str, str, str]], **values: object
) -> None:
    """A credit note and its lines, each (line type, net, rate, VAT)."""
    net = sum(Decimal(line[1]) for line in lines)
    vat = sum(Decimal(line[3]) for line in lines)
    origin = [{"number": values.pop("invoice", "FA-1"), "issued_on": values.pop("invoiced_on", date(2026, 9, 1))}]
    order_id = values.pop("order_id", "1001")
    usual = {"numbered_by": "shop", "series": "AV", "nature": "return", "settlement": "refund", "state": "open"}
    add(
        warehouse, "core.credit_notes", credit_note_number=number, issued_on=day, order_id=order_id, origin_invoices=origin,
        net=net, vat=vat, gross=net + vat, **(usual | values),
    )  # fmt: skip
    for position, (kind, line_net, rate, line_vat) in enumerate(lines, start=1):
        add(
            warehouse, "core.credit_note_lines", credit_note_number=number, line_number=position, order_id=order_id,
            line_type=kind, title="Lampe", quantity=1, vat_rate=rate, net=line_net, vat=line_vat,
            gross=Decimal(line_net) + Decimal(line_vat), origin_invoice_date=origin[0]["issued_on"],
        )  # fmt: skip


def refund(warehouse: Warehouse, refund_id: str, day: str, gross: str, **values: object) -> None:
    usual = {"provider": "stripe", "type": "refund", "status": "succeeded", "state": "open"}
    add(warehouse, "core.refunds", refund_id=refund_id, created_on=day, gross=gross, **(usual | values))


def allocation(warehouse: Warehouse, number: str, refund_id: str, amount: str, **values: object) -> None:
    usual = {
        "provider": "stripe", "rule": "identifier", "status": "confirmed", "decided_by": "rule",
        "issued_on": "2026-10-20", "refunded_on": "2026-10-21",
    }  # fmt: skip
    add(
        warehouse, "core.allocations", credit_note_number=number, refund_id=refund_id, amount=amount, **(usual | values)
    )


def sold_lamp(warehouse: Warehouse) -> None:
    """A lamp and its carriage, invoiced and paid on one November day."""
    add(
        warehouse, "core.orders", order_id="1001", ordered_on="2026-11-02", invoice_number="FA-2026-004512",
        invoice_date="2026-11-02", net="120.00", vat="24.00", gross="144.00",
    )  # fmt: skip
    for line_id, kind, net, vat in (("1", "product", "100.00", "20.00"), ("2", "shipping", "20.00", "4.00")):
        add(
            warehouse, "core.order_lines", order_id="1001", line_id=line_id, line_type=kind, sku="LAMPE", quantity=1,
            vat_rate="20", net=net, vat=vat, gross=str(float(net) + float(vat)),
        )  # fmt: skip
    add(
        warehouse, "core.payments", provider="stripe", payment_id="ch_1", order_id="1001", captured_on="2026-11-02",
        amount="144.00", fee="2.41",
    )  # fmt: skip


def lamp_sent_back(warehouse: Warehouse) -> None:
    """That lamp, received back at the end of October and not credited yet."""
    sold_lamp(warehouse)
    add(
        warehouse, "core.returns", return_id="RT-1", order_id="1001", notified_on="2026-10-20", received_on="2026-10-28"
    )
    line = {"return_id": "RT-1", "line_number": 1, "order_id": "1001", "line_id": "1", "sku": "LAMPE", "quantity": 1}
    add(warehouse, "core.return_lines", **line)


def refunded_note(warehouse: Warehouse, gross: str, settled: str = "120.00") -> None:
    """A credit note of 120 at 20 %, refunded the day after; `settled` is what of the refund goes to it."""
    credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "20", "20.00")], state="settled")
    refund(warehouse, "re_1", "2026-10-21", gross, state="matched")
    allocation(warehouse, "AV-1", "re_1", settled)


def returned(warehouse: Warehouse, **values: object) -> None:
    """The return of that credit note, with what was withheld from its refund or repaid with it."""
    add(warehouse, "core.returns", return_id="RT-1", order_id="1001", **values)
    add(warehouse, "core.returns_proof", proof_id="p", return_id="RT-1", credit_note_number="AV-1")


def moved(warehouse: Warehouse, move_id: str, kind: str, day: str, quantity: int, **values: object) -> None:
    add(
        warehouse,
        "core.stock_moves",
        move_id=move_id,
        kind=kind,
        moved_on=day,
        quantity=quantity,
        sku="LAMPE",
        **values,
    )


def undone_credit_note(warehouse: Warehouse) -> None:
    """A credit note of 120 at 20 % in October, undone by its counter-document in November."""
    credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "20", "20.00")], state="cancelled")
    add(
        warehouse, "core.counter_documents", counter_number="AVC-1", credit_note_number="AV-1",
        issued_on="2026-11-03", reason="mauvais client", net="100.00", vat="20.00", gross="120.00",
    )  # fmt: skip


def shop(text: str = "") -> Shop:
    return parse_shop(text.encode())


def posted(warehouse: Warehouse, of: Shop, month: str = "2026-10", as_of: date = date(2026, 12, 31)) -> list[str]:
    """The month's entry lines after posting, each « journal day account auxiliary debit credit piece »."""
    post(warehouse, of, as_of)
    return [
        f"{line.journal} {line.booked_on:%d/%m} {line.account}{line.auxiliary or ''} {line.debit} {line.credit} {line.piece}"
        for line in month_books(warehouse, of, month).lines
    ]
