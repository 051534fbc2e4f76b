"""What customers write becomes a reason by the merchant's own phrases; what no phrase tells is listed."""

from dataclasses import replace
from datetime import date

import pytest

from pipelines.domain.shop import Shop
from pipelines.domain.shop.policy import usual_reasons
from pipelines.steps.month_dashboard import month_dashboard, returned_lines
from pipelines.warehouse import open_warehouse

SAID = (
    ("1", "TROP PETIT pour moi", "too_small"),
    ("2", "l’article était abîmé", "damaged_in_transit"),
    ("3", "n'importe quoi", "other"),
    ("4", "N'importe quoi", "other"),
    ("5", None, "other"),
)
ROWS = """
insert into core.orders (order_id, ordered_at, ordered_on, country, currency, status, net, vat, gross, source_file, source_row)
values ($number, '2026-10-01', '2026-10-01', 'FR', $currency, 'delivered', 10, 2, 12, 'f', 1);
insert into core.returns (return_id, order_id, notified_at, notified_on, received_on, source_file, source_row)
values ($number, $number, '2026-10-05', '2026-10-05', '2026-10-08', 'f', 1);
insert into core.return_lines (return_id, line_number, order_id, sku, quantity, reason_text, source_file, source_row)
values ($number, 1, $number, 'S', 1, $words, 'f', 1);
insert into core.credit_notes
    (credit_note_number, numbered_by, series, issued_at, issued_on, order_id, origin_invoices, nature, settlement, currency, net, vat, gross, state)
values ($number, 'shop', 'AV', '2026-10-09', '2026-10-09', $number, [], 'return', 'refund', $currency, 10, 2, 12, 'matched');
insert into core.credit_note_lines
    (credit_note_number, line_number, order_id, line_type, sku, title, quantity, vat_rate, net, vat, gross)
values ($number, 1, $number, 'product', 'S', 'Robe', 1, 20, 10, 2, 12);
insert into core.returns_proof
    (proof_id, document, money, goods, credited, refunded, currency, opened_on, explanation)
values ($number, 'present', 'missing', 'present', 12, 0, $currency, '2026-10-09', '');
"""


@pytest.fixture
def warehouse():
    with open_warehouse() as warehouse:
        for number, words, currency in (*((number, words, "EUR") for number, words, _ in SAID), ("6", "", "CHF")):
            facts = {"number": number, "words": words, "currency": currency}
            for statement in warehouse.connection.extract_statements(ROWS):
                warehouse.connection.execute(statement, {name: facts[name] for name in statement.named_parameters})
        yield warehouse


def shown(warehouse, shop):
    returned_lines(warehouse, shop, date(2026, 10, 31))
    return month_dashboard(warehouse, shop, "2026-10", date(2026, 10, 31))


def test_phrases_tell_reasons_whatever_their_accents_and_capitals(warehouse):
    record = shown(warehouse, Shop())
    assert {reason.reason_code: reason.lines for reason in record.reasons} == {
        "too_small": 1, "damaged_in_transit": 1, "other": 3,
    }  # fmt: skip
    assert [(found.words, found.lines) for found in record.unmapped] == [("N'importe quoi", 2)]


def test_the_merchant_adds_a_phrase(warehouse):
    usual = usual_reasons()
    shop = Shop(reasons={**usual, "quality": replace(usual["quality"], phrases=("N'importe QUOI",))})
    record = shown(warehouse, shop)
    assert record.unmapped == ()
    assert {reason.reason_code: reason.lines for reason in record.reasons}["quality"] == 2


def test_money_of_another_currency_is_not_added(warehouse):
    record = shown(warehouse, Shop())
    assert (record.owed.returns, record.owed.amount, record.months[-1].credited_by_return) == (5, 60, 60)


def test_a_month_tells_orders_articles_and_the_three_periods(warehouse):
    record = shown(warehouse, Shop())
    assert {heat.period for heat in record.heat} == {"month", "quarter", "year"}
    assert record.delays.promised_days == 14
