-- One row per movement of money of the month.
copy (
    select
        provider, refund_id, type, status, payment_id, order_reference, credit_note_number, customer_email, created_at, created_on,
        gross, fee, net, currency, payout_id, description, updated_at, state, source_file, source_row
    from core.refunds
    where created_on between cast($month || '-01' as date) and last_day(cast($month || '-01' as date))
    order by all
) to $path (format parquet, compression zstd)
