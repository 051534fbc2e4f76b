-- One row: all that the proofs depend on but the day, so that with nothing new only what the day may change is looked at.
select
    concat_ws('|',
        (select count(*) || ':' || bit_xor(hash(told)) from core.credit_notes as told),
        (select count(*) || ':' || bit_xor(hash(told)) from core.credit_note_lines as told),
        (select count(*) || ':' || bit_xor(hash(told)) from core.refunds as told),
        (select count(*) || ':' || bit_xor(hash(told)) from core.payments as told),
        (select count(*) || ':' || bit_xor(hash(told)) from core.orders as told),
        (select count(*) || ':' || bit_xor(hash(told)) from core.order_lines as told),
        (select count(*) || ':' || bit_xor(hash(told)) from core.returns as told),
        (select count(*) || ':' || bit_xor(hash(told)) from core.return_lines as told),
        (select count(*) || ':' || bit_xor(hash(told)) from core.payouts as told),
        (select count(*) || ':' || bit_xor(hash(told)) from core.bank_lines as told),
        (select count(*) || ':' || bit_xor(hash(told)) from core.coverage as told),
        (select count(*) || ':' || bit_xor(hash(told)) from core.document_faults as told),
        (select count(*) || ':' || bit_xor(hash(told)) from core.restock_faults as told),
        (select count(*) || ':' || bit_xor(hash(told)) from core.stock_readings as told),
        (select count(*) || ':' || bit_xor(hash(sku, place, unit_cost)) from core.stock_positions),
        (select count(*) || ':' || bit_xor(hash(credit_note_number, provider, refund_id, amount, rule, status)) from core.allocations),
        (select count(*) || ':' || bit_xor(hash(sha256, format)) from raw.files)
    )
