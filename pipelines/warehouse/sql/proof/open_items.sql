-- One row per credit note not wholly settled, or only because a person said so, with what is left of it; then the same of refunds.
create or replace temporary table proof_notes as
with open_notes as (
    select credit_note_number, order_id, currency, gross, vat, issued_on, settlement, state
    from core.credit_notes
    where state in ('open', 'part_settled', 'issued', 'written_off')
),

settled as (
    select allocations.credit_note_number, sum(allocations.amount) as amount
    from core.allocations as allocations
    inner join open_notes on open_notes.credit_note_number = allocations.credit_note_number
    where allocations.status = 'confirmed' and open_notes.state in ('part_settled', 'written_off')
    group by allocations.credit_note_number
),

explained as (
    select credit_note_number, sum(amount) as amount
    from core.residuals
    where amount > 0
    group by credit_note_number
)

select
    notes.credit_note_number, notes.order_id, notes.currency, notes.gross, notes.vat, notes.issued_on, notes.settlement, notes.state,
    coalesce(settled.amount, 0) as settled,
    cast(notes.gross - coalesce(settled.amount, 0) - coalesce(explained.amount, 0) as decimal(18, 2)) as rest
from open_notes as notes
left join settled on settled.credit_note_number = notes.credit_note_number
left join explained on explained.credit_note_number = notes.credit_note_number;

create or replace temporary table proof_refunds as
with open_refunds as (
    select
        provider, refund_id, payment_id, currency, gross, created_at, created_on, state, status, order_reference, description, credit_note_number
    from core.refunds
    where type = 'refund' and state in ('open', 'part_matched', 'ignored', 'accepted')
),

settled as (
    select
        allocations.provider, allocations.refund_id, sum(allocations.amount) as amount, min(allocations.credit_note_number) as credit_note_number
    from core.allocations as allocations
    inner join open_refunds on open_refunds.provider = allocations.provider and open_refunds.refund_id = allocations.refund_id
    where allocations.status = 'confirmed' and open_refunds.state <> 'open'
    group by allocations.provider, allocations.refund_id
),

explained as (
    select provider, refund_id, -sum(amount) as amount
    from core.residuals
    where amount < 0
    group by provider, refund_id
),

failures as (
    select provider, refund_id, sum(gross) as amount
    from core.refunds
    where type = 'refund_failure' and status in ('succeeded', 'failed')
    group by provider, refund_id
)

select
    refunds.provider, refunds.refund_id, refunds.payment_id, refunds.currency, refunds.gross, refunds.created_at, refunds.created_on,
    refunds.state, refunds.status, refunds.order_reference, refunds.description, orders.order_id, coalesce(orders.is_sure, false) as is_sure, settled.credit_note_number,
    refunds.credit_note_number as named_note, coalesce(settled.amount, 0) as settled,
    cast(refunds.gross - coalesce(failures.amount, 0) - coalesce(settled.amount, 0) - coalesce(explained.amount, 0) as decimal(18, 2)) as rest,
    sales.vat as order_vat, sales.gross as order_gross
from open_refunds as refunds
left join core.refund_orders as orders
    on orders.provider = refunds.provider and orders.refund_id = refunds.refund_id and orders.type = 'refund'
left join settled on settled.provider = refunds.provider and settled.refund_id = refunds.refund_id
left join explained on explained.provider = refunds.provider and explained.refund_id = refunds.refund_id
left join failures on failures.provider = refunds.provider and failures.refund_id = refunds.refund_id
left join core.orders as sales on sales.order_id = orders.order_id;
