-- One row of each core table per fact of the sample, as reading its exports would give: for benchmarks that begin after the reading.
insert into core.orders
with totals as (
    select
        number, sum(gross)::decimal(18, 2) as gross, sum(round(gross * vat_rate / (100 + vat_rate), 2))::decimal(18, 2) as vat
    from sample.order_lines
    group by number
)
select
    order_id, sample.utc(ordered_at), ordered_at::date, invoice_number, if(invoice_number is null, null, ordered_at::date), customer_id, person,
    lower(replace(strip_accents(person), ' ', '.')) || '.' || customer || '@example.org', address, town.postcode, town.city, null, null, country,
    null, null, null, null, sample.utc(sample.seen(shipped_at)), sample.seen(shipped_at)::date, sample.utc(sample.seen(delivered_at)),
    sample.seen(delivered_at)::date, currency, 'Livrée', null, totals.gross - totals.vat, totals.vat, totals.gross, null, 'sample', orders.number
from sample.orders
inner join totals using (number);

insert into core.order_lines
select
    order_id, order_id || '-' || line, line_type, sku, title, quantity, null, unit_price, vat_rate, null, quantity * unit_discount,
    gross - round(gross * vat_rate / (100 + vat_rate), 2), round(gross * vat_rate / (100 + vat_rate), 2), gross, 'sample', number * 10 + line
from sample.order_lines;

insert into core.order_states
select order_id, status, sample.utc(changed_at), changed_at::date, 'sample', number from sample.order_states;

insert into core.payments by name
select
    provider, payment_id, order_id, method, sample.utc(captured_at) as captured_at, captured_at::date as captured_on, amount, currency, fee,
    'sample' as source_file, number as source_row
from sample.payments;

insert into core.returns by name
select
    return_id, any_value(order_id) as order_id, sample.utc(min(notified_at)) as notified_at, min(notified_at)::date as notified_on, sample.utc(min(sent_at)) as sent_at,
    min(sent_at)::date as sent_on, sample.utc(min(received_at)) as received_at, min(received_at)::date as received_on, min(legal_basis) as legal_basis,
    max(label_withheld) as label_withheld, 'sample' as source_file, min(number) as source_row
from sample.returns
group by return_id;

insert into core.return_lines
select
    return_id, line, order_id, order_id || '-' || line, sku, quantity, sample.utc(received_at), received_at::date, reason_code, reason_text,
    if(received_at is null, null, condition), if(received_at is null, null, disposition), 'sample', number
from sample.returns;

insert into core.credit_notes by name
with totals as (
    select credit_note_number, sum(round(gross * vat_rate / (100 + vat_rate), 2))::decimal(18, 2) as vat from sample.credit_note_lines group by credit_note_number
),
recorded as (select credit_note_number, min(refund_id) as refund_id from sample.refunds where told = 'recorded' group by credit_note_number)
select
    credit_note_number, 'shop' as numbered_by, 'AV' as series, sample.utc(issued_at) as issued_at, issued_at::date as issued_on, notes.order_id,
    case when orders.invoice_number is null then [] else [{'number': orders.invoice_number, 'issued_on': orders.ordered_at::date}] end as origin_invoices,
    nature, settlement, null as reason_code, orders.currency, notes.gross - totals.vat as net, totals.vat, notes.gross,
    recorded.refund_id as provider_refund_id, 'open' as state, 'sample' as source_file, notes.number as source_row
from sample.credit_notes as notes
inner join totals using (credit_note_number)
inner join sample.orders on orders.number = notes.number
left join recorded using (credit_note_number);

insert into core.credit_note_lines by name
select
    credit_note_number, line as line_number, order_id, order_id || '-' || line as line_id, line_type, sku, title, quantity, unit_price as unit_price_gross, vat_rate,
    gross - round(gross * vat_rate / (100 + vat_rate), 2) as net, round(gross * vat_rate / (100 + vat_rate), 2) as vat, gross,
    order_id as origin_order_id, order_id || '-' || line as origin_line_id, 'sample' as source_file, number as source_row
from sample.credit_note_lines;

insert into core.refunds by name
select
    refunds.provider, refund_id, type, status, if(told in ('payment', 'recorded') and story <> 'means_differs', payments.payment_id, null) as payment_id,
    case told when 'order' then refunds.order_id when 'foreign' then 'ZB-' || (4000 + refunds.number % 1000) end as order_reference,
    if(told = 'note', credit_note_number, null) as credit_note_number,
    if(told = 'email', lower(replace(strip_accents(person), ' ', '.')) || '.' || customer || '@example.org', null) as customer_email,
    sample.utc(created_at) as created_at, created_at::date as created_on, refunds.gross, refunds.fee, net, refunds.currency,
    if(told = 'text', 'Remboursement commande ' || refunds.order_id, null) as description, 'open' as state, 'sample' as source_file, refunds.number as source_row
from sample.refunds
inner join sample.payments using (number);

insert into core.stock_counts
select sku, 'principal', sample.utc(counted_at), counted_at::date, quantity, unit_cost, 'sample', 1 from sample.stock_counts;

insert into core.stock_receipts
select receipt_id, sku, 'principal', sample.utc(received_at), received_at::date, quantity, unit_cost, 'sample', 1
from sample.stock_receipts where sample.seen(received_at) is not null;

insert into core.shop_stock
select sku, 'principal', sample.utc(seen_at), seen_at::date, quantity, 'sample', 1 from sample.shop_stock;

insert into core.bank_lines
select account, line_id, booked_on, amount, 'EUR', label, reference, 'sample', row_number() over (order by booked_on, line_id) from sample.bank_lines;
