-- One row per returned line, in the plain format, written to $path.
copy (
    select
        return_id, order_id, order_id || '-' || line as line_id, sku, quantity, sample.iso(notified_at) as notified_at, sample.iso(sent_at) as sent_at,
        sample.iso(received_at) as received_at, reason_code, reason_text, legal_basis,
        if(received_at is null, null, condition) as condition, if(received_at is null, null, disposition) as disposition,
        if(legal_basis = 'conformity', 'merchant', 'customer') as carriage_paid_by, label_withheld
    from sample.returns
    order by returns.notified_at, number, parcel, line
) to $path (format csv, header);
