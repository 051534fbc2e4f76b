"""Breaks of documents: each is found where it is, and nowhere else."""

from datetime import date
from decimal import Decimal

import pytest

from pipelines.warehouse import open_warehouse
from tests.books import add

AS_OF = date(2026, 11, 30)


@pytest.fixture
def warehouse():
    with open_warehouse() as opened:
        yield opened


def order(warehouse, order_id, *lines, **values):
    """An order and its lines, each (sku, gross, rate)."""
    usual = {
        "customer_name": "Camille",
        "customer_address": "3 allée",
        "invoice_number": f"F{order_id}",
        "invoice_date": date(2026, 9, 1),
    }
    gross = sum((Decimal(line[1]) for line in lines), Decimal(0))
    add(
        warehouse,
        "core.orders",
        order_id=order_id,
        ordered_on=date(2026, 9, 1),
        gross=gross,
        source_file="f",
        **(usual | values),
    )
    for rank, (sku, amount, rate) in enumerate(lines, start=1):
        vat = (Decimal(amount) * Decimal(rate) / (100 + Decimal(rate))).quantize(Decimal("0.01"))
        add(
            warehouse, "core.order_lines", order_id=order_id, line_id=str(rank), line_type="shipping" if sku == "PORT" else "product",
            sku=sku, title=sku, quantity=1, vat_rate=rate, gross=amount, vat=vat, net=Decimal(amount) - vat,
        )  # fmt: skip


def note(warehouse, number, order_id, *lines, day="2026-10-01", **values):
    """A credit note and its lines, each (sku, gross, rate)."""
    origin = [{"number": f"F{order_id}", "issued_on": date(2026, 9, 1)}]
    usual = {
        "numbered_by": "shop",
        "nature": "return",
        "settlement": "refund",
        "state": "open",
        "origin_invoices": origin,
    }
    total = net = Decimal(0)
    for rank, (sku, amount, rate) in enumerate(lines, start=1):
        vat = (Decimal(amount) * Decimal(rate) / (100 + Decimal(rate))).quantize(Decimal("0.01"))
        total, net = total + Decimal(amount), net + Decimal(amount) - vat
        add(
            warehouse, "core.credit_note_lines", credit_note_number=number, line_number=rank, order_id=order_id, title=sku or "geste",
            line_type="shipping" if sku == "PORT" else "product", sku=sku, quantity=1, vat_rate=rate, gross=amount, vat=vat,
            net=Decimal(amount) - vat,
        )  # fmt: skip
    add(
        warehouse, "core.credit_notes", credit_note_number=number, order_id=order_id, issued_on=date.fromisoformat(day),
        gross=total, net=net, vat=total - net, **(usual | values),
    )  # fmt: skip


def found(warehouse, kind):
    warehouse.run("proof/series")
    warehouse.run("proof/odd_sales")
    warehouse.run(f"breaks/{kind}", as_of=AS_OF, language="fr")
    return warehouse.connection.execute(
        "select credit_note_number, amount, expected, found from core.break_findings where kind = ? order by all",
        [kind],
    ).fetchall()


def numbered(warehouse, *drawn):
    """Notes of one order each, drawn « number day »."""
    for number, day in (line.split() for line in drawn):
        order(warehouse, number, ("MUG", "12.00", "20"))
        note(warehouse, number, number, ("MUG", "12.00", "20"), day=f"2026-10-{day}")


def test_a_gap_inside_a_series_is_found_and_its_ends_are_none(warehouse):
    numbered(warehouse, "AV-0007 01", "AV-0008 02", "AV-0010 03", "AV-0011 03", "AV-0014 04")
    assert found(warehouse, "number_gap") == [
        ("AV-0010", None, "AV-0009", "1 numéro manquant avant AV-0010"),
        ("AV-0014", None, "AV-0012 à AV-0013", "2 numéros manquants avant AV-0014"),
    ]


def test_numbers_made_from_orders_are_no_series(warehouse):
    numbered(warehouse, "CN-100412 05", "CN-100977 02", "CN-101301 04")
    assert found(warehouse, "number_gap") == []
    assert found(warehouse, "number_out_of_order") == []


def test_a_series_shared_with_invoices_has_no_gap_where_invoices_stand(warehouse):
    for rank in (1, 2, 4, 5):
        order(warehouse, str(rank), ("MUG", "12.00", "20"), invoice_number=f"2026-{rank}")
    note(warehouse, "2026-3", "1", ("MUG", "12.00", "20"))
    note(warehouse, "2026-6", "2", ("MUG", "12.00", "20"))
    assert found(warehouse, "number_gap") == []


def test_each_year_has_its_own_series(warehouse):
    numbered(warehouse, "AV-2025-0009 01", "AV-2026-0001 02", "AV-2026-0002 03")
    assert found(warehouse, "number_gap") == []


def test_an_antedated_note_is_named_alone(warehouse):
    numbered(warehouse, "AV-1 10", "AV-2 20", "AV-3 12", "AV-4 20", "AV-5 21")
    assert [row[0] for row in found(warehouse, "number_out_of_order")] == ["AV-3"]


def test_a_postdated_note_is_named_alone(warehouse):
    numbered(warehouse, "AV-1 10", "AV-2 28", "AV-3 12", "AV-4 13", "AV-5 21")
    assert [row[0] for row in found(warehouse, "number_out_of_order")] == ["AV-2"]


def test_the_first_and_the_last_may_be_wrong_too(warehouse):
    numbered(warehouse, "AV-1 28", "AV-2 10", "AV-3 12", "AV-4 13", "AV-5 02")
    assert [row[0] for row in found(warehouse, "number_out_of_order")] == ["AV-1", "AV-5"]


def test_the_same_day_is_in_order(warehouse):
    numbered(warehouse, "AV-1 10", "AV-2 10", "AV-3 10")
    assert found(warehouse, "number_out_of_order") == []


def test_a_note_without_an_invoice_is_found_where_invoices_are_known(warehouse):
    order(warehouse, "1", ("MUG", "12.00", "20"))
    order(warehouse, "2", ("MUG", "12.00", "20"), invoice_number=None)
    note(warehouse, "AV-1", "1", ("MUG", "12.00", "20"))
    note(warehouse, "AV-2", "2", ("MUG", "12.00", "20"), origin_invoices=[])
    assert [row[0] for row in found(warehouse, "missing_origin_invoice")] == ["AV-2"]


def test_a_shop_that_exports_no_invoice_lacks_none(warehouse):
    order(warehouse, "2", ("MUG", "12.00", "20"), invoice_number=None)
    note(warehouse, "AV-2", "2", ("MUG", "12.00", "20"), origin_invoices=[])
    assert found(warehouse, "missing_origin_invoice") == []


def test_another_rate_than_the_invoice_differs(warehouse):
    order(warehouse, "1", ("MUG", "12.00", "20"), ("LIVRE", "10.55", "5.5"))
    note(warehouse, "AV-1", "1", ("MUG", "12.00", "10"))
    note(warehouse, "AV-2", "1", ("LIVRE", "10.55", "5.5"))
    note(warehouse, "AV-3", "1", (None, "1.00", "5.5"))
    note(warehouse, "AV-4", "1", (None, "1.00", "10"))
    note(warehouse, "AV-5", "1", ("MUG", "1.00", "5.5"))
    assert found(warehouse, "vat_differs") == [
        ("AV-1", Decimal("0.91"), "TVA 20 % comme la facture", "TVA 10 %"),
        ("AV-4", Decimal("0.04"), "TVA 5,5 % comme la facture", "TVA 10 %"),
        ("AV-5", Decimal("0.12"), "TVA 20 % comme la facture", "TVA 5,5 %"),
    ]


def test_a_company_may_get_a_note_net_of_tax(warehouse):
    order(warehouse, "1", ("MUG", "12.00", "20"), customer_siren="732829320")
    note(warehouse, "AV-1", "1", (None, "2.00", "0"))
    assert found(warehouse, "vat_differs") == []


def test_more_than_the_line_is_too_much(warehouse):
    order(warehouse, "1", ("MUG", "12.00", "20"), ("TAPIS", "90.00", "20"))
    note(warehouse, "AV-1", "1", ("MUG", "17.00", "20"))
    assert found(warehouse, "credit_exceeds_invoice") == [
        ("AV-1", Decimal("5.00"), "au plus 12,00\u00a0€", "avoir 17,00\u00a0€")
    ]


def test_partial_credits_add_up_and_a_cent_a_line_is_rounding(warehouse):
    order(warehouse, "1", ("MUG", "10.00", "20"))
    note(warehouse, "AV-1", "1", ("MUG", "3.34", "20"))
    note(warehouse, "AV-2", "1", ("MUG", "3.34", "20"))
    note(warehouse, "AV-3", "1", ("MUG", "3.34", "20"))
    assert found(warehouse, "credit_exceeds_invoice") == []
    note(warehouse, "AV-4", "1", ("MUG", "3.00", "20"), day="2026-10-02")
    assert [row[:2] for row in found(warehouse, "credit_exceeds_invoice")] == [("AV-4", Decimal("3.00"))]


def test_more_than_the_order_in_gestures_is_too_much(warehouse):
    order(warehouse, "1", ("MUG", "12.00", "20"))
    note(warehouse, "AV-1", "1", ("MUG", "12.00", "20"))
    note(warehouse, "AV-2", "1", (None, "4.00", "20"), day="2026-10-02")
    assert [row[:2] for row in found(warehouse, "credit_exceeds_invoice")] == [("AV-2", Decimal("4.00"))]


def test_a_wrong_rate_is_not_also_too_much(warehouse):
    order(warehouse, "1", ("MUG", "12.00", "20"), ("LIVRE", "10.55", "5.5"))
    note(warehouse, "AV-1", "1", ("MUG", "12.00", "5.5"))
    assert found(warehouse, "credit_exceeds_invoice") == []


def test_a_customer_without_name_is_missed_only_where_names_are_given(warehouse):
    order(warehouse, "1", ("MUG", "12.00", "20"))
    order(warehouse, "2", ("MUG", "12.00", "20"))
    order(warehouse, "3", ("MUG", "12.00", "20"), customer_name=None, customer_address=None)
    for rank in "123":
        note(warehouse, f"AV-{rank}", rank, ("MUG", "12.00", "20"))
    assert found(warehouse, "document_invalid") == [
        ("AV-3", Decimal("12.00"), "nom du client, adresse du client", "mention absente ou fausse")
    ]
    warehouse.connection.execute(
        "delete from core.break_findings; update core.orders set customer_name = null, customer_address = null"
    )
    assert found(warehouse, "document_invalid") == []


def test_a_note_older_than_its_invoice_is_invalid(warehouse):
    order(warehouse, "1", ("MUG", "12.00", "20"))
    note(warehouse, "AV-1", "1", ("MUG", "12.00", "20"), day="2026-08-31")
    assert [row[2] for row in found(warehouse, "document_invalid")] == ["date qui ne précède pas celle de la facture"]


def test_an_unknown_order_is_no_missing_invoice_and_no_excess(warehouse):
    order(warehouse, "1", ("MUG", "12.00", "20"))
    note(warehouse, "AV-1", "unknown", ("MUG", "99.00", "20"), origin_invoices=[])
    assert found(warehouse, "missing_origin_invoice") == []
    assert found(warehouse, "credit_exceeds_invoice") == []
