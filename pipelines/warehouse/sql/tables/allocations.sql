-- One row per allocation that stands in the month: its credit note's, or its refund's.
copy (
    select
        credit_note_number, provider, refund_id, amount, currency, rule, status, explanation, decided_by, issued_on, refunded_on
    from core.allocations
    where $month in (strftime(issued_on, '%Y-%m'), strftime(refunded_on, '%Y-%m'))
    order by all
) to $path (format parquet, compression zstd)
