-- One row: all that the proofs depend on but the day, so that with nothing new only what the day may change is looked at:
-- what the pairs depend on, as it was known when they were made, and the rest of the rows.
select
    concat_ws('|',
        (select fingerprint from core.reconciled where step = 'reconcile'),
        (select count(*) || ':' || coalesce(sum(hash(told)), 0) from core.credit_notes as told),
        (select count(*) || ':' || coalesce(sum(hash(told)), 0) from core.credit_note_lines as told),
        (select count(*) || ':' || coalesce(sum(hash(told)), 0) from core.refunds as told),
        (select count(*) || ':' || coalesce(sum(hash(told)), 0) from core.payments as told),
        (select count(*) || ':' || coalesce(sum(hash(told)), 0) from core.orders as told),
        (select count(*) || ':' || coalesce(sum(hash(told)), 0) from core.order_lines as told),
        (select count(*) || ':' || coalesce(sum(hash(told)), 0) from core.returns as told),
        (select count(*) || ':' || coalesce(sum(hash(told)), 0) from core.return_lines as told),
        (select count(*) || ':' || coalesce(sum(hash(told)), 0) from core.payouts as told),
        (select count(*) || ':' || coalesce(sum(hash(told)), 0) from core.bank_lines as told),
        (select count(*) || ':' || coalesce(sum(hash(told)), 0) from core.coverage as told),
        (select count(*) || ':' || coalesce(sum(hash(told)), 0) from core.document_faults as told),
        (select count(*) || ':' || coalesce(sum(hash(told)), 0) from core.restock_faults as told),
        (select count(*) || ':' || coalesce(sum(hash(told)), 0) from core.stock_readings as told),
        (select count(*) || ':' || coalesce(sum(hash(sku, place, unit_cost)), 0) from core.stock_positions),
        (select count(*) || ':' || coalesce(sum(hash(credit_note_number, provider, refund_id, amount, rule, status)), 0) from core.allocations),
        (select count(*) || ':' || coalesce(sum(hash(sha256, format)), 0) from raw.files)
    )
