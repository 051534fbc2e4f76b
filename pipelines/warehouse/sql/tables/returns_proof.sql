-- One row per return opened in the month, with its three legs.
copy (
    select
        proof_id, order_id, return_id, credit_note_number, document, money, goods, credited, refunded, currency,
        opened_on, refund_due_on, days_late, increase_due, explanation
    from core.returns_proof
    where opened_on between cast($month || '-01' as date) and last_day(cast($month || '-01' as date))
    order by all
) to $path (format parquet, compression zstd)
