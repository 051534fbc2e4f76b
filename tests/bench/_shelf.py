"""A shelf of many credit notes, made straight by sets: no file was ever read for it."""

from pathlib import Path

from pipelines.warehouse import Warehouse
from pipelines.warehouse.tables import table_names, write_table

NOTES, PAPERS = 1_000_000, 42_000
ROWS = """
create or replace temporary table numbers as
select number, lpad(number::varchar, 7, '0') as words, (date '2024-11-01' + (number % 730)::integer) as day, hash(number) % 1000 as draw,
    ((hash(number * 3) % 9000 + 500) * 0.01)::decimal(18, 2) as amount
from range(1, $notes + 1) as rows(number);
insert into core.orders (order_id, ordered_at, ordered_on, country, currency, status, net, vat, gross, source_file, source_row)
select 'BV-' || words, day - 20, day - 20, 'FR', 'EUR', 'delivered', amount * 2, 0, amount * 2, 'f', number from numbers;
insert into core.order_lines (order_id, line_id, line_type, sku, title, quantity, vat_rate, net, vat, gross, source_file, source_row)
select 'BV-' || words, 'L' || line, 'product', 'SKU-' || (number % 20000 + line), 'Article ' || (number % 20000 + line), 2, 20, amount, 0, amount, 'f', number
from numbers, range(1, 3) as lines(line);
insert into core.returns (return_id, order_id, notified_at, notified_on, received_on, source_file, source_row)
select 'RT-' || words, 'BV-' || words, day - 8, day - 8, if(draw < 900, day - 1, null), 'f', number from numbers;
insert into core.return_lines (return_id, line_number, order_id, line_id, sku, quantity, received_on, reason_code, reason_text, source_file, source_row)
select 'RT-' || words, 1, 'BV-' || words, 'L1', 'SKU-' || (number % 20000 + 1), 1, if(draw < 900, day - 1, null), if(draw < 950, 'too_small', ''),
    'remarque ' || (number % 300), 'f', number
from numbers;
insert into core.credit_notes (credit_note_number, numbered_by, series, issued_at, issued_on, order_id, origin_invoices, nature, settlement, currency, net, vat, gross, state, source_file, source_row)
select 'AV-' || words, 'shop', 'AV', day, day, 'BV-' || words, [], 'return', 'refund', 'EUR', amount, 0, amount, 'matched', 'f', number from numbers;
insert into core.refunds (provider, refund_id, type, status, order_reference, created_at, created_on, gross, currency, state, source_file, source_row)
select 'stripe', 're_' || words, 'refund', 'succeeded', 'BV-' || words, day + 2, day + 2, amount, 'EUR', 'matched', 'f', number from numbers where draw >= 25;
insert into core.allocations (credit_note_number, provider, refund_id, amount, currency, rule, status, explanation, decided_by, issued_on, refunded_on)
select 'AV-' || words, 'stripe', 're_' || words, amount, 'EUR', 'payment', 'confirmed', 'même paiement', 'rule', day, day + 2 from numbers where draw >= 50;
insert into core.returns_proof
select 'note:AV-' || words, 'BV-' || words, 'RT-' || words, 'AV-' || words, 'present', if(draw < 50, 'missing', 'present'), 'present', amount, if(draw < 50, 0, amount),
    'EUR', day, day + 14, if(draw < 40, 30, null), if(draw < 40, 1.25, null), 'remboursé'
from numbers;
insert into core.breaks (break_id, kind, credit_note_number, provider, refund_id, order_id, amount, currency, vat_at_stake, expected, found, opened_on, age_days, action, status)
select md5(words), if(draw < 25, 'credit_note_without_refund', if(draw < 50, 'refund_without_credit_note', 'refund_under')), if(draw >= 25 and draw < 50, null, 'AV-' || words),
    'stripe', if(draw < 25, null, 're_' || words), 'BV-' || words, amount, 'EUR', 0.5, 'un remboursement de ' || amount, 'rien', day, number % 700, 'Rembourser le client', 'open'
from numbers where draw < 75;
insert into core.decisions (sequence, decided_at, author, action, credit_note_number, comment, revoked)
select number, day, 'Claire', 'comment', 'AV-' || words, 'vu', false from numbers where draw < 20;
insert into core.stock_positions
select 'SKU-' || (number % 20000), 'principal', date '2026-01-01' + (number // 20000)::integer, draw, 5, draw * 5, draw + number % 2, number % 2 from numbers;
insert into core.coverage
select source, name, day, 40 from (values ('orders', 'boutique'), ('refunds', 'stripe'), ('refunds', 'paypal'), ('bank', 'FR76')) as sources(source, name),
    (select distinct day from numbers);
"""


def fill(warehouse: Warehouse, folder: Path, notes: int) -> None:
    """Every table of a shelf about `notes` credit notes, as Parquet."""
    for statement in warehouse.connection.extract_statements(ROWS):
        parameters = {"notes": notes} if statement.named_parameters else {}
        warehouse.connection.execute(statement, parameters)
    for name, schema in table_names(warehouse).items():
        write_table(warehouse, name, schema, folder / f"{name}.parquet")
