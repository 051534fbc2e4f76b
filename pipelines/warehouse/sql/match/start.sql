-- One row per part of a refund that settles part of a credit note, empty before the first rule; then what each side has open.
create or replace temporary table match_allocated (
    credit_note_number varchar, provider varchar, refund_id varchar, amount decimal(18, 2), rule varchar, status varchar, decided_by varchar
);

create or replace temporary table match_new (
    credit_note_number varchar, provider varchar, refund_id varchar, amount decimal(18, 2), rule varchar
);

create or replace temporary table match_open_notes as
select credit_note_number, order_id, currency, gross as amount, issued_on, role, kept, false as is_touched
from match_notes
where role <> 'credit' and gross > 0;

create or replace temporary table match_open_refunds as
select
    refunds.provider, refunds.refund_id, orders.order_id, refunds.currency, refunds.amount, refunds.created_at, refunds.created_on,
    refunds.payment_id, coalesce(orders.is_sure, false) as is_sure, coalesce(orders.found_by, 'none') as found_by, false as is_touched
from match_refunds as refunds
left join core.refund_orders as orders
    on orders.provider = refunds.provider and orders.refund_id = refunds.refund_id and orders.type = 'refund'
where refunds.life = 'live' and refunds.amount > 0;
