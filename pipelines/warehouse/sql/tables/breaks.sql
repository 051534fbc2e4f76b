-- One row per break opened in the month.
copy (
    select
        break_id, kind, credit_note_number, provider, refund_id, order_id, sku, payout_id, amount, currency, vat_at_stake,
        expected, found, opened_on, age_days, action, owner, comment, status
    from core.breaks
    where opened_on between cast($month || '-01' as date) and last_day(cast($month || '-01' as date))
    order by all
) to $path (format parquet, compression zstd)
