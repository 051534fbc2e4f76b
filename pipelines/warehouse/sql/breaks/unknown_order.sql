-- One row per refund, credit note or return that names an order we have never read.
insert into core.break_findings
select
    'unknown_order', null, refunds.provider, refunds.refund_id, null, null, null, refunds.rest, refunds.currency, cast(0 as decimal(18, 2)),
    core.say($language, 'une commande connue', 'a known order'),
    core.say($language, 'référence ', 'reference ') || refunds.order_reference || core.say($language, ' inconnue', ', unknown'), refunds.created_on
from proof_refunds as refunds
cross join proof_observed as observed
where refunds.order_id is null and refunds.order_reference is not null and observed.orders and refunds.settled = 0
union all
-- A credit note that knows no order bears its own number as one.
select
    'unknown_order', notes.credit_note_number, null, null, notes.order_id, null, null, notes.gross, notes.currency, notes.vat,
    core.say($language, 'une commande connue', 'a known order'),
    core.say($language, 'commande ', 'order ') || notes.order_id || core.say($language, ' inconnue', ', unknown'), notes.issued_on
from core.credit_notes as notes
inner join proof_odd_sales as sales on sales.order_id = notes.order_id
cross join proof_observed as observed
where sales.is_unknown and observed.orders and notes.order_id <> notes.credit_note_number and notes.order_id <> ''
    and notes.state not in ('draft', 'cancelled')
union all
select
    'unknown_order', null, null, null, returns.order_id, null, null, null, null, null,
    core.say($language, 'une commande connue', 'a known order'),
    core.say($language, 'retour ', 'return ') || min(returns.return_id) || core.say($language, ' : commande ', ': order ') || returns.order_id
    || core.say($language, ' inconnue', ', unknown'), min(returns.notified_on)
from core.returns as returns
cross join proof_observed as observed
left join core.orders as orders on orders.order_id = returns.order_id
where orders.order_id is null and observed.orders and returns.order_id <> ''
group by returns.order_id;
