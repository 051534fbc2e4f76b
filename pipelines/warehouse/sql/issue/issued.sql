-- One row per document of the register; then one per credit note we numbered; then one per line of it.
insert into core.issued_documents
select entry.credit_note_number, entry.draft_id, entry.document, entry.paper
from (select unnest($entries) as entry);

insert into core.credit_notes
with issued as (
    select
        entry.credit_note_number, entry.series, cast(entry.issued_at as timestamp) as issued_at, entry.refund_id,
        cast(entry.document as json) as document
    from (select unnest($entries) as entry)
),
totals as (
    select
        credit_note_number, sum(cast(line ->> 'net' as decimal(18, 2))) as net, sum(cast(line ->> 'vat' as decimal(18, 2))) as vat,
        sum(cast(line ->> 'gross' as decimal(18, 2))) as gross
    from (select credit_note_number, unnest(cast(document -> 'lines' as json[])) as line from issued)
    group by credit_note_number
)
select
    issued.credit_note_number, 'lettrage', issued.series, issued.issued_at, cast(document ->> 'issued_on' as date), document ->> 'order_id',
    [
        {'number': invoice ->> 'number', 'issued_on': cast(invoice ->> 'issued_on' as date)}
        for invoice in cast(document -> 'origin_invoices' as json[])
    ],
    document ->> 'nature', document -> 'settling' ->> 'means', nullif(document ->> 'reason_code', ''), document ->> 'currency',
    cast(totals.net as decimal(18, 2)), cast(totals.vat as decimal(18, 2)), cast(totals.gross as decimal(18, 2)),
    nullif(issued.refund_id, ''), if(issued.credit_note_number in (select unnest($cancelled)), 'cancelled', 'issued'), null, null
from issued
inner join totals on totals.credit_note_number = issued.credit_note_number
where cast(document ->> 'issued_on' as date) <= $as_of;

insert into core.credit_note_lines
with lines as (
    select
        notes.credit_note_number, notes.order_id, notes.origin_invoices[1] as invoice, notes.reason_code,
        cast(documents.document as json) as document
    from core.issued_documents as documents
    inner join core.credit_notes as notes on notes.credit_note_number = documents.credit_note_number
),
numbered as (
    select
        credit_note_number, order_id, invoice, reason_code, unnest(cast(document -> 'lines' as json[])) as line,
        generate_subscripts(cast(document -> 'lines' as json[]), 1) as line_number
    from lines
)
select
    credit_note_number, line_number, order_id, nullif(line ->> 'line_id', ''), line ->> 'line_type', nullif(line ->> 'sku', ''),
    line ->> 'title', cast(line ->> 'quantity' as decimal(18, 3)), cast(line ->> 'unit_price_net' as decimal(18, 6)), null,
    cast(line ->> 'vat_rate' as decimal(5, 2)), cast(line ->> 'net' as decimal(18, 2)), cast(line ->> 'vat' as decimal(18, 2)),
    cast(line ->> 'gross' as decimal(18, 2)), reason_code, order_id, nullif(line ->> 'line_id', ''), invoice."number", invoice.issued_on,
    null, null
from numbered;
