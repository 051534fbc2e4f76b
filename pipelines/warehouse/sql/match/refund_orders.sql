-- One row per movement of money that leads to an order; refunds as the rules see them.
delete from core.refund_orders;

insert into core.refund_orders
select provider, refund_id, type, order_id, gross, found_by, is_sure
from match_movements
where order_id is not null;

create or replace temporary view match_refunds as
select
    movement, provider, refund_id, payment_id, created_at, created_on, currency, gross, amount, life, order_id, found_by, is_sure, is_crossed
from match_movements
where type = 'refund';
