-- One row: what the reconciliation depends on and what it left behind, so that with nothing new it has nothing to do.
select
    concat_ws('|',
        (select told_by((credit_note_number, order_id, currency, settlement, nature, provider_refund_id, state, gross, issued_on), ('told' || credit_note_number, 'told' || order_id, 'told' || provider_refund_id)) from core.credit_notes),
        (select told_by((credit_note_number, line_number, line_type, sku, quantity), ('told' || credit_note_number, 'told' || sku)) from core.credit_note_lines),
        (select told_by((provider, refund_id, type, status, payment_id, order_reference, credit_note_number, customer_email, currency, description, state, created_at, created_on, gross), ('told' || refund_id, 'told' || payment_id, 'told' || order_reference, 'told' || credit_note_number, 'told' || customer_email, 'told' || description)) from core.refunds),
        (select told_by((provider, payment_id, order_id), ('told' || payment_id, 'told' || order_id)) from core.payments),
        (select told_by((order_id, customer_email, customer_id, customer_siren, customer_vat_id, invoice_number, delivered_on), ('told' || order_id, 'told' || customer_email, 'told' || customer_id, 'told' || customer_siren, 'told' || customer_vat_id, 'told' || invoice_number)) from core.orders),
        (select told_by(told::varchar, 'told' || told::varchar) from core.returns as told),
        (select told_by(told::varchar, 'told' || told::varchar) from core.return_lines as told),
        (select told_by((account, line_id, currency, label, reference, booked_on, amount), ('told' || account, 'told' || line_id, 'told' || label, 'told' || reference)) from core.bank_lines),
        (select told_by((provider, payout_id, bank_reference, amount), ('told' || payout_id, 'told' || bank_reference)) from core.payouts),
        (select told_by(told::varchar, 'told' || told::varchar) from core.decisions as told),
        (select count(*) || ':' || coalesce(sum(amount), 0) from core.allocations)
    )
