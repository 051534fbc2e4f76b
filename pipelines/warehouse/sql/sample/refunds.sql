-- One row per movement of money back, as the provider tells it; then which refund truly settles which credit note.
create table sample.refunds as
with paid_notes as (
    select plans.story, plans.refund, plans.type, notes.number, sum(notes.gross) as gross, max(notes.typed_at)::date as noted_on,
        min(notes.credit_note_number) as credit_note_number, count(*) as notes
    from sample.refund_plans as plans
    inner join sample.credit_notes as notes on notes.story = plans.story and notes.note between plans.note_from and plans.note_to
    group by all
),
drafts as (
    select
        plans.*, orders.number, orders.order_id, orders.currency, orders.provider, orders.customer, orders.person, paid_notes.credit_note_number,
        paid_notes.gross as noted, totals.gross as ordered,
        coalesce(paid_notes.noted_on, anchors.anchor) + to_days(plans.after_days::integer) + sample.moment('paid' || plans.refund || plans.type, orders.number, 9, 10) as created_at,
        if(plans.reference = '', ['payment', 'payment', 'payment', 'payment', 'recorded', 'order', 'order', 'note', 'note', 'text'][1 + sample.draw('how', orders.number, 10)], plans.reference) as told
    from sample.refund_plans as plans
    inner join sample.orders using (story)
    inner join sample.order_totals as totals using (number)
    inner join sample.anchors using (number)
    left join paid_notes on paid_notes.number = orders.number and paid_notes.refund = plans.refund and paid_notes.type = plans.type
    where plans.note_from = 0 or paid_notes.notes = plans.note_to - plans.note_from + 1
),
amounts as (
    select
        *,
        (if(percent < 0, noted - round(noted * -percent * 0.01, 2), round(coalesce(noted, ordered) * percent * 0.01, 2)) + extra)::decimal(18, 2) as gross
    from drafts
)
select
    number, order_id, story, refund, type, note_from, note_to, told, proof, credit_note_number, customer, person,
    if(means = 'same', provider, means) as provider,
    case when if(means = 'same', provider, means) = 'stripe' then if(type like 'dispute%', 'dp_', 're_') || sample.name('refund' || refund, number, 22)
        else upper(sample.name('refund' || refund, number, 17)) end as refund_id,
    if(type = 'refund' and if(means = 'same', provider, means) = 'paypal' and created_at::date >= as_of - 1 and sample.draw('slow', number, 10) < 3, 'pending', 'succeeded') as status,
    created_at, greatest(gross, 0.01)::decimal(18, 2) as gross, if(type = 'dispute', 15, 0)::decimal(18, 2) as fee,
    ((case when type in ('refund', 'dispute') then -gross else gross end) - if(type = 'dispute', 15, 0) + if(story = 'fee_differs', 0.35, 0))::decimal(18, 2) as net,
    if(story = 'currency_differs', 'EUR', currency) as currency
from amounts, sample.settings
where created_at < ends_at;

create table sample.allocations as
select
    notes.credit_note_number, refunds.provider, refunds.refund_id, notes.order_id,
    if(refunds.note_from = refunds.note_to, least(refunds.gross, notes.gross), notes.gross)::decimal(18, 2) as amount, refunds.currency,
    if(refunds.status = 'pending' and proof = 'confirmed', 'proposed', proof) as proof, notes.story
from sample.refunds
inner join sample.credit_notes as notes on notes.number = refunds.number and notes.note between refunds.note_from and refunds.note_to
where refunds.proof <> 'none' and refunds.type = 'refund';
