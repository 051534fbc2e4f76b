-- One row per sealed document that files change or no longer tell: put back as it was sealed.
create or replace temporary table restored as
select sealed.document, sealed.id, cast(sealed.content as json) as content, sealed.source_file, sealed.source_row
from core.sealed_documents as sealed
inner join core.sealed_differences as differences on differences.document = sealed.document and differences.id = sealed.id
where differences.kind in ('changed', 'deleted');
delete from core.credit_notes where credit_note_number in (select id from restored where document = 'credit_note');
delete from core.credit_note_lines where credit_note_number in (select id from restored where document = 'credit_note');
delete from core.refunds where provider || ':' || refund_id || ':' || type in (select id from restored where document = 'refund');
insert into core.credit_notes by name
select
    id as credit_note_number, content ->> 'numbered_by' as numbered_by, content ->> 'series' as series,
    cast(content ->> 'issued_at' as timestamp) as issued_at, cast(content ->> 'issued_on' as date) as issued_on,
    content ->> 'order_id' as order_id,
    from_json(content -> 'origin_invoices', '[{"number": "VARCHAR", "issued_on": "DATE"}]') as origin_invoices,
    content ->> 'nature' as nature, content ->> 'settlement' as settlement, content ->> 'reason_code' as reason_code,
    content ->> 'currency' as currency, cast(content ->> 'net' as decimal(18, 2)) as net,
    cast(content ->> 'vat' as decimal(18, 2)) as vat, cast(content ->> 'gross' as decimal(18, 2)) as gross,
    content ->> 'provider_refund_id' as provider_refund_id, 'issued' as state, source_file, source_row
from restored
where document = 'credit_note';
insert into core.credit_note_lines by name
with lines as (
    select
        id, content ->> 'order_id' as order_id, source_file, source_row,
        unnest(cast(content -> 'lines' as json[])) as line
    from restored
    where document = 'credit_note' and json_type(content -> 'lines') = 'ARRAY'
)

select
    id as credit_note_number, cast(line ->> 'line_number' as bigint) as line_number, order_id, line ->> 'line_id' as line_id,
    line ->> 'line_type' as line_type, line ->> 'sku' as sku, line ->> 'title' as title,
    cast(line ->> 'quantity' as decimal(18, 3)) as quantity, cast(line ->> 'unit_price_net' as decimal(18, 6)) as unit_price_net,
    cast(line ->> 'unit_price_gross' as decimal(18, 6)) as unit_price_gross, cast(line ->> 'vat_rate' as decimal(5, 2)) as vat_rate,
    cast(line ->> 'net' as decimal(18, 2)) as net, cast(line ->> 'vat' as decimal(18, 2)) as vat,
    cast(line ->> 'gross' as decimal(18, 2)) as gross, line ->> 'reason_code' as reason_code,
    line ->> 'origin_order_id' as origin_order_id, line ->> 'origin_line_id' as origin_line_id,
    line ->> 'origin_invoice_number' as origin_invoice_number, cast(line ->> 'origin_invoice_date' as date) as origin_invoice_date,
    source_file, source_row
from lines;
insert into core.refunds by name
select
    content ->> 'provider' as provider, content ->> 'refund_id' as refund_id, content ->> 'type' as type, content ->> 'status' as status,
    content ->> 'payment_id' as payment_id, content ->> 'order_reference' as order_reference,
    content ->> 'credit_note_number' as credit_note_number, cast(content ->> 'created_at' as timestamp) as created_at,
    cast(content ->> 'created_on' as date) as created_on, cast(content ->> 'gross' as decimal(18, 2)) as gross,
    cast(content ->> 'fee' as decimal(18, 2)) as fee, cast(content ->> 'net' as decimal(18, 2)) as net,
    content ->> 'currency' as currency, cast(content ->> 'settlement_gross' as decimal(18, 2)) as settlement_gross,
    content ->> 'settlement_currency' as settlement_currency, content ->> 'payout_id' as payout_id,
    content ->> 'description' as description, 'open' as state, source_file, source_row
from restored
where document = 'refund';
drop table restored
