-- One row: what the reconciliation depends on and what it left behind, so that with nothing new it has nothing to do.
select
    concat_ws('|',
        (select told_by((gross, issued_on), concat_ws('|', credit_note_number, order_id, currency, settlement, nature, coalesce(provider_refund_id, '-'), state)) from core.credit_notes),
        (select told_by((line_number, quantity), concat_ws('|', credit_note_number, line_type, coalesce(sku, '-'))) from core.credit_note_lines),
        (select told_by((created_at, created_on, gross), concat_ws('|', provider, refund_id, type, status, coalesce(payment_id, '-'), coalesce(order_reference, '-'), coalesce(credit_note_number, '-'), coalesce(customer_email, '-'), currency, coalesce(description, '-'), state)) from core.refunds),
        (select told_by(0, concat_ws('|', provider, payment_id, order_id)) from core.payments),
        (select told_by(delivered_on, concat_ws('|', order_id, coalesce(customer_email, '-'), coalesce(customer_id, '-'), coalesce(customer_siren, '-'), coalesce(customer_vat_id, '-'), coalesce(invoice_number, '-'))) from core.orders),
        (select told_by(0, told::varchar) from core.returns as told),
        (select told_by(0, told::varchar) from core.return_lines as told),
        (select told_by((booked_on, amount), concat_ws('|', account, line_id, currency, label, coalesce(reference, '-'))) from core.bank_lines),
        (select told_by(amount, concat_ws('|', provider, payout_id, coalesce(bank_reference, '-'))) from core.payouts),
        (select told_by(0, told::varchar) from core.decisions as told),
        (select count(*) || ':' || coalesce(sum(amount), 0) from core.allocations)
    )
