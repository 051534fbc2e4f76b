-- One row per payout, in the plain format, written to $path.
copy (
    select provider, payout_id, sample.iso(paid_at) as paid_at, amount, currency, payout_id as bank_reference
    from sample.payouts
    order by payouts.paid_at, provider, currency
) to $path (format csv, header);
