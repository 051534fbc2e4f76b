-- One row per pair of the same order, currency and amount: as many refunds as credit notes, or more of one payment, earliest first.
create or replace temporary table match_new as
with notes as (
    select
        order_id, currency, amount, credit_note_number,
        row_number() over (partition by order_id, currency, amount order by issued_on, credit_note_number) as place,
        count(*) over (partition by order_id, currency, amount) as equals
    from match_open_notes
    where role = $role
),

refunds as (
    select
        refunds.order_id, refunds.currency, refunds.amount, refunds.provider, refunds.refund_id,
        row_number() over (
            partition by refunds.order_id, refunds.currency, refunds.amount
            order by refunds.created_at, refunds.provider, refunds.refund_id
        ) as place,
        count(*) over (partition by refunds.order_id, refunds.currency, refunds.amount) as equals,
        min(keys.payment_key) over (partition by refunds.order_id, refunds.currency, refunds.amount)
        = max(keys.payment_key) over (partition by refunds.order_id, refunds.currency, refunds.amount) as is_same_payment
    from match_open_refunds as refunds
    inner join match_payment_keys as keys on keys.provider = refunds.provider and keys.refund_id = refunds.refund_id
)

select notes.credit_note_number, refunds.provider, refunds.refund_id, notes.amount, 'order_amount' as rule
from notes
inner join refunds on refunds.order_id = notes.order_id and refunds.currency = notes.currency and refunds.amount = notes.amount
    and refunds.place = notes.place
left join match_refused as refused on refused.order_id = notes.order_id
where refused.order_id is null
    and (notes.equals = refunds.equals or notes.equals < refunds.equals and refunds.is_same_payment);
