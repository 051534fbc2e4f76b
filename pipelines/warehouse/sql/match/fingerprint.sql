-- One row: what the reconciliation depends on and what it left behind, so that with nothing new it has nothing to do.
select
    concat_ws('|',
        (select count(*) || ':' || bit_xor(hash(credit_note_number, order_id, currency, gross, issued_on, settlement, nature, provider_refund_id, state)) from core.credit_notes),
        (select count(*) || ':' || bit_xor(hash(credit_note_number, line_number, line_type, sku, quantity)) from core.credit_note_lines),
        (select count(*) || ':' || bit_xor(hash(provider, refund_id, type, status, payment_id, order_reference, credit_note_number, customer_email, created_at, created_on, gross, currency, description, state)) from core.refunds),
        (select count(*) || ':' || bit_xor(hash(provider, payment_id, order_id)) from core.payments),
        (select count(*) || ':' || bit_xor(hash(order_id, customer_email, customer_id, customer_siren, customer_vat_id, delivered_on, invoice_number)) from core.orders),
        (select count(*) || ':' || bit_xor(hash(return_id, order_id, notified_at, notified_on, sent_on, received_on, legal_basis, label_withheld, carriage_repaid, depreciation, fee_kept)) from core.returns),
        (select count(*) || ':' || bit_xor(hash(return_id, line_number, sku, quantity, reason_code)) from core.return_lines),
        (select count(*) || ':' || bit_xor(hash(account, line_id, booked_on, amount, currency, label, reference)) from core.bank_lines),
        (select count(*) || ':' || bit_xor(hash(provider, payout_id, amount, bank_reference)) from core.payouts),
        (select count(*) || ':' || bit_xor(hash(sequence, action, credit_note_number, provider, refund_id, kind, amount, revoked)) from core.decisions),
        (select count(*) || ':' || coalesce(sum(amount), 0) from core.allocations)
    )
