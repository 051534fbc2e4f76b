-- One row per movement of money whose reference is, as it stands, an order we have read, or else one that a credit note bears. `movement` is its place.
create or replace temporary table match_referred as
with referring as (
    select refunds.rowid as movement, refunds.order_reference as order_id
    from core.refunds as refunds
    where refunds.order_reference is not null
),

sold as (
    select referring.movement, referring.order_id
    from referring
    inner join core.orders as orders on orders.order_id = referring.order_id
),

unsold as (
    select referring.movement, referring.order_id
    from referring
    where not exists (select 1 from sold where sold.movement = referring.movement)
)

select movement, order_id, true as is_sold
from sold
union all
select movement, order_id, false
from unsold
where exists (select 1 from match_notes as notes where notes.order_id = unsold.order_id);
