-- One row per item of an order whose credit notes and refunds the sets could not part: left to be solved one order at a time.
with owed as (
    select distinct order_id, currency
    from match_open_notes
    where role = 'money'
),

knots as (
    select distinct owed.order_id, owed.currency
    from owed
    inner join match_open_refunds as refunds on refunds.order_id = owed.order_id and refunds.currency = owed.currency
)

select
    notes.order_id, notes.currency, notes.credit_note_number, null as provider, null as refund_id, notes.amount, notes.kept,
    cast(notes.issued_on as timestamp) as moved_at, null as payment_key, true as is_free
from match_open_notes as notes
inner join knots on knots.order_id = notes.order_id and knots.currency = notes.currency
where notes.role = 'money'
union all
select
    refunds.order_id, refunds.currency, null, refunds.provider, refunds.refund_id, refunds.amount, cast(0 as decimal(18, 2)),
    refunds.created_at, keys.payment_key, refunds.is_sure and not refunds.is_touched
from match_open_refunds as refunds
inner join knots on knots.order_id = refunds.order_id and knots.currency = refunds.currency
inner join match_payment_keys as keys on keys.movement = refunds.movement
order by 1, 2, 8, 3, 4, 5
