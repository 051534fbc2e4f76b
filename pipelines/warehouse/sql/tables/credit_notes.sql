-- One row per credit note issued in the month.
copy (
    select
        credit_note_number, numbered_by, series, issued_at, issued_on, order_id, origin_invoices, nature, settlement,
        reason_code, currency, net, vat, gross, provider_refund_id, state, source_file, source_row
    from core.credit_notes
    where issued_on between cast($month || '-01' as date) and last_day(cast($month || '-01' as date))
    order by all
) to $path (format parquet, compression zstd)
