-- One row per refund that names an order we have never read.
insert into core.break_findings
select
    'unknown_order', null, refunds.provider, refunds.refund_id, null, null, null, refunds.rest, refunds.currency, cast(0 as decimal(18, 2)),
    core.say($language, 'une commande connue', 'a known order'),
    core.say($language, 'référence ', 'reference ') || refunds.order_reference || core.say($language, ' inconnue', ', unknown'), refunds.created_on
from proof_refunds as refunds
cross join proof_observed as observed
where refunds.order_id is null and refunds.order_reference is not null and observed.orders and refunds.settled = 0;
