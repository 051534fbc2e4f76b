-- One row per credit note and movement of money up to a day, its content as canonical JSON: every amount as exact text.
truncate core.documents;
insert into core.documents
with note_lines as (
    select
        credit_note_number,
        list({
            'line_number': line_number, 'line_id': line_id, 'line_type': line_type, 'sku': sku, 'title': title,
            'quantity': cast(quantity as varchar), 'unit_price_net': cast(unit_price_net as varchar),
            'unit_price_gross': cast(unit_price_gross as varchar), 'vat_rate': cast(vat_rate as varchar),
            'net': cast(net as varchar), 'vat': cast(vat as varchar), 'gross': cast(gross as varchar), 'reason_code': reason_code,
            'origin_order_id': origin_order_id, 'origin_line_id': origin_line_id, 'origin_invoice_number': origin_invoice_number,
            'origin_invoice_date': cast(origin_invoice_date as varchar)
        } order by line_number) as lines
    from core.credit_note_lines
    group by credit_note_number
)

select
    'credit_note', notes.credit_note_number, notes.issued_on,
    cast(to_json({
        'credit_note_number': notes.credit_note_number, 'numbered_by': notes.numbered_by, 'series': notes.series,
        'issued_at': cast(notes.issued_at as varchar), 'issued_on': cast(notes.issued_on as varchar), 'order_id': notes.order_id,
        'origin_invoices': notes.origin_invoices, 'nature': notes.nature, 'settlement': notes.settlement,
        'reason_code': notes.reason_code, 'currency': notes.currency, 'net': cast(notes.net as varchar),
        'vat': cast(notes.vat as varchar), 'gross': cast(notes.gross as varchar), 'provider_refund_id': notes.provider_refund_id,
        'lines': note_lines.lines
    }) as varchar),
    notes.source_file, notes.source_row
from core.credit_notes as notes
left join note_lines on note_lines.credit_note_number = notes.credit_note_number
where notes.issued_on <= $last_on and notes.state <> 'draft'
union all
select
    'refund', provider || ':' || refund_id || ':' || type, created_on,
    cast(to_json({
        'provider': provider, 'refund_id': refund_id, 'type': type, 'status': status, 'payment_id': payment_id,
        'order_reference': order_reference, 'credit_note_number': credit_note_number, 'created_at': cast(created_at as varchar),
        'created_on': cast(created_on as varchar), 'gross': cast(gross as varchar), 'fee': cast(fee as varchar),
        'net': cast(net as varchar), 'currency': currency, 'settlement_gross': cast(settlement_gross as varchar),
        'settlement_currency': settlement_currency, 'payout_id': payout_id, 'description': description
    }) as varchar),
    source_file, source_row
from core.refunds
where created_on <= $last_on and status <> 'pending'
