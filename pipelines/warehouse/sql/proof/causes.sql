-- One row per refund left open whose cause has a name of its own: a store credit, another currency, a tie, a second time, an unknown order.
create or replace temporary table proof_causes as
with live as (
    select
        refunds.provider, refunds.refund_id, refunds.order_id, refunds.currency, refunds.gross, refunds.created_on, refunds.payment_id,
        refunds.named_note as credit_note_number
    from proof_refunds as refunds
    where refunds.settled = 0
),

siblings as (
    select
        live.provider, live.refund_id, live.gross, live.currency, live.order_id, live.payment_id, live.credit_note_number,
        orders.provider as other_provider, orders.refund_id as other_refund_id
    from live
    inner join core.refund_orders as orders
        on orders.order_id = live.order_id and orders.type = 'refund'
    where orders.provider <> live.provider or orders.refund_id <> live.refund_id
),

payments as (
    select payments.order_id, count(*) as payments
    from core.payments as payments
    where exists (select 1 from siblings where siblings.order_id = payments.order_id)
    group by payments.order_id
),

named as (
    select live.provider, live.refund_id, notes.credit_note_number, notes.currency, notes.settlement, notes.gross, notes.issued_on, 0 as distance
    from live
    inner join core.credit_notes as notes on notes.credit_note_number = live.credit_note_number
    where notes.state not in ('draft', 'cancelled')
    union all
    select live.provider, live.refund_id, notes.credit_note_number, notes.currency, notes.settlement, notes.gross, notes.issued_on, 0
    from live
    inner join core.credit_notes as notes on notes.provider_refund_id = live.refund_id
    where notes.state not in ('draft', 'cancelled')
    union all
    select live.provider, live.refund_id, notes.credit_note_number, notes.currency, notes.settlement, notes.gross, notes.issued_on, 1
    from live
    inner join core.credit_notes as notes on notes.order_id = live.order_id
    where notes.state not in ('draft', 'cancelled')
),

nearest as (
    select provider, refund_id, min(distance) as distance
    from named
    group by provider, refund_id
),

around as (
    select
        named.provider, named.refund_id, live.currency, live.gross, live.order_id, live.created_on, named.distance,
        min_by(named.credit_note_number, (named.issued_on, named.credit_note_number)) as credit_note_number,
        min_by(named.currency, (named.issued_on, named.credit_note_number)) as note_currency,
        min_by(named.gross, (named.issued_on, named.credit_note_number)) as note_gross,
        bool_and(named.currency <> live.currency) as is_other_currency,
        bool_or(named.settlement = 'store_credit') as has_store_credit, bool_and(named.settlement = 'store_credit') as is_store_credit,
        min(case when named.settlement = 'store_credit' then named.credit_note_number end) as store_credit
    from named
    inner join nearest on nearest.provider = named.provider and nearest.refund_id = named.refund_id and nearest.distance = named.distance
    inner join live on live.provider = named.provider and live.refund_id = named.refund_id
    group by named.provider, named.refund_id, live.currency, live.gross, live.order_id, live.created_on, named.distance
),

earlier as (
    select
        siblings.provider, siblings.refund_id, min(settled.credit_note_number) as credit_note_number, min(others.created_on) as created_on,
        min_by(others.refund_id, (others.created_on, others.refund_id)) as other_refund_id
    from siblings
    inner join core.refunds as others
        on others.provider = siblings.other_provider and others.refund_id = siblings.other_refund_id and others.type = 'refund'
        and others.gross = siblings.gross and others.currency = siblings.currency
    inner join core.allocations as settled
        on settled.provider = others.provider and settled.refund_id = others.refund_id and settled.status = 'confirmed'
    left join payments on payments.order_id = siblings.order_id
    where siblings.payment_id = others.payment_id
        or siblings.credit_note_number = others.credit_note_number
        or (siblings.payment_id is null or others.payment_id is null) and coalesce(payments.payments, 0) <= 1
    group by siblings.provider, siblings.refund_id
),

still_owed as (
    select distinct live.provider, live.refund_id
    from live
    inner join proof_notes as notes
        on notes.order_id = live.order_id and notes.currency = live.currency and notes.rest > 0
        and notes.settlement in ('refund', 'unknown') and notes.state <> 'written_off'
),

ties as (
    select distinct provider, refund_id
    from core.allocations
    where status = 'proposed' and rule = 'ambiguous'
)

select
    live.provider, live.refund_id,
    case
        when around.is_other_currency then 'currency_differs'
        when around.has_store_credit and (around.distance = 0 or around.is_store_credit or earlier.refund_id is null and still_owed.refund_id is null)
            then 'store_credit_and_refund'
        when earlier.refund_id is not null and still_owed.refund_id is null then 'duplicate_refund'
        when ties.refund_id is not null then 'ambiguous'
    end as kind,
    case
        when around.has_store_credit and not around.is_other_currency then around.store_credit
        else coalesce(earlier.credit_note_number, around.credit_note_number)
    end as credit_note_number,
    around.note_currency, around.note_gross, earlier.other_refund_id, earlier.created_on as other_on
from live
left join around on around.provider = live.provider and around.refund_id = live.refund_id
left join earlier on earlier.provider = live.provider and earlier.refund_id = live.refund_id
left join still_owed on still_owed.provider = live.provider and still_owed.refund_id = live.refund_id
left join ties on ties.provider = live.provider and ties.refund_id = live.refund_id;
