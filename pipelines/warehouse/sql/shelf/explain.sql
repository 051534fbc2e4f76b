-- One row per thing read, matched or missing in the story of a return: by its credit note, refund, order or return.
with named as (
    select order_id from credit_notes where lower(credit_note_number) = lower($text)
    union
    select order_id from returns where lower(return_id) = lower($text)
    union
    select order_id from orders where lower(order_id) = lower($text)
    union
    select order_id from refund_orders where lower(refund_id) = lower($text)
    union
    select notes.order_id
    from allocations
    inner join credit_notes as notes on notes.credit_note_number = allocations.credit_note_number
    where lower(allocations.refund_id) = lower($text)
),

movements as (
    select provider, refund_id from refund_orders where order_id in (select order_id from named)
    union
    select allocations.provider, allocations.refund_id
    from allocations
    inner join credit_notes as notes on notes.credit_note_number = allocations.credit_note_number
    where notes.order_id in (select order_id from named)
    union
    select provider, refund_id from refunds where lower(refund_id) = lower($text)
),

told as (
    select
        1 as rank, 'order' as fact, ordered_on as told_on, order_id as subject, gross as amount, currency, status as state, invoice_number as detail,
        source_file, source_row
    from orders where order_id in (select order_id from named)
    union all
    select 2, 'payment', captured_on, payment_id, amount, currency, provider, method, source_file, source_row
    from payments where order_id in (select order_id from named)
    union all
    select
        3, 'return', notified_on, return_id, null, null, case when received_on is null then 'announced' else 'received' end,
        cast(received_on as varchar), source_file, source_row
    from returns where order_id in (select order_id from named)
    union all
    select 4, 'credit_note', issued_on, credit_note_number, gross, currency, state, settlement, source_file, source_row
    from credit_notes where order_id in (select order_id from named)
    union all
    select 5, refunds.type, refunds.created_on, refunds.refund_id, refunds.gross, refunds.currency, refunds.state, refunds.provider, refunds.source_file, refunds.source_row
    from refunds
    inner join movements on movements.provider = refunds.provider and movements.refund_id = refunds.refund_id
    union all
    select
        6, 'led_to_order', null, orders.refund_id, null, null, orders.found_by, orders.order_id, null, null
    from refund_orders as orders
    inner join movements on movements.provider = orders.provider and movements.refund_id = orders.refund_id
    union all
    select
        7, 'allocation', allocations.refunded_on, allocations.credit_note_number || ' ↔ ' || allocations.refund_id, allocations.amount, allocations.currency,
        allocations.status, allocations.explanation, null, null
    from allocations
    inner join movements on movements.provider = allocations.provider and movements.refund_id = allocations.refund_id
    union all
    select 8, 'residual', settled_on, credit_note_number, amount, currency, component, refund_id, null, null
    from residuals
    where (provider, refund_id) in (select (provider, refund_id) from movements)
    union all
    select 9, 'leg', opened_on, coalesce(credit_note_number, return_id, proof_id), null, null, document || ' · ' || money || ' · ' || goods, explanation, null, null
    from returns_proof
    where order_id in (select order_id from named)
    union all
    select
        10, 'break', opened_on, kind, amount, currency, status, expected || ' / ' || found || ' → ' || action, null, null
    from breaks
    where order_id in (select order_id from named) or (provider, refund_id) in (select (provider, refund_id) from movements)
    union all
    select
        11, 'decision', cast(decided_at as date), author, amount, null, action, coalesce(reason, comment, ''), null, null
    from decisions
    where credit_note_number in (select credit_note_number from credit_notes where order_id in (select order_id from named))
        or refund_id in (select refund_id from movements)
)

select fact, told_on, subject, amount, currency, state, detail, source_file, source_row
from told
order by rank, told_on, subject, state
