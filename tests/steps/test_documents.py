"""A month's credit notes are read complete: parties, lines, invoices, money known on the day of issue."""

from datetime import date
from decimal import Decimal

import pytest

from pipelines.domain.credit_notes import Means, OriginInvoice
from pipelines.domain.vat_cases import VatCase
from pipelines.steps.documents import month_documents
from pipelines.warehouse import open_warehouse
from tests.reports.notes import SHOP


@pytest.fixture
def warehouse():
    with open_warehouse() as opened:
        run = opened.connection.execute
        run("""insert into core.orders by name select 'O1' as order_id, timestamp '2026-09-30 10:00' as ordered_at,
            date '2026-09-30' as ordered_on, 'F1' as invoice_number, date '2026-10-01' as invoice_date, 'Camille' as customer_name,
            '3 allée' as customer_address, '44000' as customer_postcode, 'Nantes' as customer_city, 'FR' as country,
            '9 quai' as delivery_address, '75001' as delivery_postcode, 'Paris' as delivery_city,
            'EUR' as currency, 'paid' as status, 10.00 as net, 2.00 as vat, 12.00 as gross, 'f' as source_file, 1 as source_row""")
        run("""insert into core.payments by name select 'stripe' as provider, 'pi_1' as payment_id, 'O1' as order_id,
            timestamp '2026-09-30' as captured_at, date '2026-09-30' as captured_on, 12.00 as amount, 'EUR' as currency,
            'f' as source_file, 1 as source_row""")
        run("""insert into core.credit_notes by name select 'AV-1' as credit_note_number, 'shop' as numbered_by, 'AV-' as series,
            timestamp '2026-10-14 08:00' as issued_at, date '2026-10-14' as issued_on, 'O1' as order_id,
            [{'number': 'F1', 'issued_on': date '2026-10-01'}] as origin_invoices, 'return' as nature, 'refund' as settlement,
            'too_small' as reason_code, 'EUR' as currency, 10.00 as net, 2.00 as vat, 12.00 as gross, 'issued' as state""")
        run("""insert into core.credit_note_lines by name select 'AV-1' as credit_note_number, 1 as line_number, 'O1' as order_id,
            'product' as line_type, 'SKU' as sku, 'Tasse' as title, 1 as quantity, 12.00 as unit_price_gross, 20 as vat_rate,
            10.00 as net, 2.00 as vat, 12.00 as gross""")
        yield opened


def test_a_note_is_read_complete(warehouse):
    [note] = month_documents(warehouse, SHOP, "2026-10")
    assert note.origin_invoices == (OriginInvoice("F1", date(2026, 10, 1)),)
    assert (note.buyer.name, note.delivery.city, note.reason) == ("Camille", "Paris", "Trop petit")
    assert (note.gross, note.lines[0].unit_price_net) == (Decimal("12.00"), Decimal("10.000000"))
    assert (note.cancels_all, note.vat_case) == (True, VatCase.STANDARD)
    assert note.settling.means is Means.REFUND
    assert (note.settling.provider, note.settling.due_on) == ("stripe", date(2026, 10, 28))


def test_another_month_has_none(warehouse):
    assert month_documents(warehouse, SHOP, "2026-11") == []
