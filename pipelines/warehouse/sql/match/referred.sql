-- One row per movement of money whose reference is, as it stands, an order we have read, or else one that a credit note bears.
create or replace temporary table match_referred as
with referring as (
    select provider, refund_id, type, order_reference as order_id
    from core.refunds
    where order_reference is not null
),

sold as (
    select referring.provider, referring.refund_id, referring.type, referring.order_id
    from referring
    inner join core.orders as orders on orders.order_id = referring.order_id
),

unsold as (
    select referring.provider, referring.refund_id, referring.type, referring.order_id
    from referring
    where not exists (
        select 1
        from sold
        where sold.provider = referring.provider and sold.refund_id = referring.refund_id and sold.type = referring.type
    )
)

select provider, refund_id, type, order_id, true as is_sold
from sold
union all
select provider, refund_id, type, order_id, false
from unsold
where exists (select 1 from match_notes as notes where notes.order_id = unsold.order_id);
