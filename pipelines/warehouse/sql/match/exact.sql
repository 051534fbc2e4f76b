-- One row per pair of the same order, currency and amount: as many refunds as credit notes (pending ones counted), or more of one payment, earliest first.
create or replace temporary table match_new as
with notes as (
    select
        order_id, currency, amount, note,
        row_number() over (partition by order_id, currency, amount order by issued_on, credit_note_number) as place,
        count(*) over (partition by order_id, currency, amount) as equals
    from match_open_notes
    where role = $role and exists (
            select 1
            from match_open_refunds as paid
            where paid.order_id = match_open_notes.order_id and paid.currency = match_open_notes.currency and paid.amount = match_open_notes.amount
        )
),

items as (
    select
        refunds.order_id, refunds.currency, refunds.amount, refunds.movement, refunds.provider, refunds.refund_id, refunds.created_at, keys.payment_key,
        true as is_live
    from match_open_refunds as refunds
    inner join match_payment_keys as keys on keys.movement = refunds.movement
    union all
    select order_id, currency, amount, movement, provider, refund_id, created_at, null, false
    from match_refunds
    where life = 'pending' and order_id is not null
),

refunds as (
    select
        order_id, currency, amount, movement, is_live,
        sum(case when is_live then 1 else 0 end) over (
            partition by order_id, currency, amount order by created_at, provider, refund_id rows unbounded preceding
        ) as place,
        row_number() over (partition by order_id, currency, amount order by created_at, provider, refund_id) as place_together,
        sum(case when is_live then 1 else 0 end) over (partition by order_id, currency, amount) as equals,
        count(*) over (partition by order_id, currency, amount) as equals_together,
        min(payment_key) over (partition by order_id, currency, amount)
        = max(payment_key) over (partition by order_id, currency, amount) as is_same_payment
    from items
    where exists (
            select 1
            from notes
            where notes.order_id = items.order_id and notes.currency = items.currency and notes.amount = items.amount
        )
)

select notes.note, refunds.movement, notes.amount, 'order_amount' as rule
from notes
inner join refunds on refunds.order_id = notes.order_id and refunds.currency = notes.currency and refunds.amount = notes.amount
    and notes.place = case when refunds.equals >= notes.equals then refunds.place else refunds.place_together end
left join match_refused as refused on refused.order_id = notes.order_id
where refused.order_id is null and refunds.is_live
    and (
        notes.equals = refunds.equals or notes.equals < refunds.equals and refunds.is_same_payment
        or notes.equals > refunds.equals and notes.equals = refunds.equals_together
    );
