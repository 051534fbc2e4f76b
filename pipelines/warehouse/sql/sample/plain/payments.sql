-- One row per payment taken, in the plain format, written to $path.
copy (
    select provider, payment_id, order_id, method, sample.iso(captured_at) as captured_at, amount, currency, fee
    from sample.payments, sample.settings
    where not has_real_formats or provider not in ('stripe', 'paypal')
    order by payments.captured_at, number
) to $path (format csv, header);
