-- One row per line of a credit note, in the plain format, written to $path.
copy (
    with recorded as (select credit_note_number, min(refund_id) as refund_id from sample.refunds where told = 'recorded' group by credit_note_number),
    reasons as (select number, parcel, min(reason_code) as reason_code from sample.returns group by number, parcel)
    select
        notes.credit_note_number, sample.iso(notes.issued_at) as issued_at, notes.order_id, orders.invoice_number,
        if(orders.invoice_number is null, null, orders.ordered_at::date) as invoice_date, notes.nature, notes.settlement, orders.currency,
        notes.order_id || '-' || lines.line as line_id, lines.line_type, lines.sku, lines.title, lines.quantity, lines.unit_price as unit_price_gross,
        lines.vat_rate, reasons.reason_code, recorded.refund_id as provider_refund_id
    from sample.credit_notes as notes
    inner join sample.credit_note_lines as lines using (credit_note_number)
    inner join sample.orders on orders.number = notes.number
    left join recorded using (credit_note_number)
    left join reasons on reasons.number = notes.number and reasons.parcel = notes.note
    order by notes.credit_note_number, lines.line
) to $path (format csv, header);
