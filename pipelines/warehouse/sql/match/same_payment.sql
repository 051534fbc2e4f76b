-- One row per refund of an order with several items: the payment it gives back, by its own word or because the order has no other.
create or replace temporary table match_payment_keys as
with busy as (
    select distinct refunds.order_id
    from match_open_refunds as refunds
    inner join match_open_notes as notes on notes.order_id = refunds.order_id
),

sole as (
    select payments.order_id, min(payments.payment_id) as payment_id, count(*) as payments
    from core.payments as payments
    inner join busy on busy.order_id = payments.order_id
    group by payments.order_id
)

select
    refunds.movement,
    case
        when refunds.payment_id is not null then refunds.payment_id
        when sole.payments = 1 then sole.payment_id
        when sole.payments > 1 then refunds.provider || '|' || refunds.refund_id
        else ''
    end as payment_key
from match_open_refunds as refunds
inner join busy on busy.order_id = refunds.order_id
left join sole on sole.order_id = refunds.order_id;
