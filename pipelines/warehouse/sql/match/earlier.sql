-- One row per refund that a later one of the same payment and amount stood in for: the earlier takes its place, the later stays open.
create or replace temporary table match_earlier as
with waiting as (
    select
        refunds.movement, refunds.provider, refunds.refund_id, refunds.payment_id, refunds.order_id, refunds.currency, refunds.amount, refunds.created_at
    from match_open_refunds as refunds
    left join match_refused as refused on refused.movement = refunds.movement
    where not refunds.is_touched and refunds.payment_id is not null and refused.movement is null
        and not exists (
            select 1
            from match_open_notes as notes
            where notes.order_id = refunds.order_id and notes.currency = refunds.currency
        )
),

stood_in as (
    select
        waiting.movement, later.movement as later_movement,
        row_number() over (
            partition by waiting.provider, waiting.payment_id, waiting.amount
            order by waiting.created_at, waiting.refund_id, later.created_at desc, later.refund_id desc
        ) as place
    from waiting
    inner join match_refunds as later
        on later.provider = waiting.provider and later.payment_id = waiting.payment_id and later.amount = waiting.amount
        and later.currency = waiting.currency and later.life = 'live' and later.created_at > waiting.created_at
    where exists (
            select 1
            from match_allocated as allocated
            where allocated.movement = later.movement and allocated.status = 'confirmed' and allocated.decided_by = 'rule'
        )
        and not exists (
            select 1
            from match_allocated as allocated
            where allocated.movement = later.movement and (allocated.decided_by <> 'rule' or allocated.rule = 'refund_id')
        )
)

select movement, later_movement
from stood_in
where place = 1;

update match_allocated
set movement = earlier.movement, rule = 'payment'
from match_earlier as earlier
where earlier.later_movement = match_allocated.movement and match_allocated.status = 'confirmed';
