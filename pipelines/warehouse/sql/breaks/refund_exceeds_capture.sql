-- One row per refund with which a payment, or all of an order's, is given back beyond what it took, whatever the references say.
insert into core.break_findings
with odd as (
    select provider, refund_id, payment_id, order_id, found_by, currency, created_at, created_on, gross, status, state
    from proof_movements
    where order_id in (select odd_orders.order_id from proof_odd_orders as odd_orders)
),

repeated_payments as (
    select provider, payment_id
    from odd
    where payment_id is not null
    group by provider, payment_id
    having count(*) > 1
),

repeated_orders as (
    select order_id
    from odd
    group by order_id
    having count(*) > 1
),

large as (
    select odd.provider, odd.payment_id
    from odd
    inner join core.payments as payments on payments.provider = odd.provider and payments.payment_id = odd.payment_id
    where odd.gross > payments.amount
),

-- A refund alone on its payment, and no larger, exceeds nothing; one that another trace leads to its order is held against all of it.
suspects as (
    select odd.provider, odd.refund_id
    from odd
    inner join repeated_payments as payments on payments.provider = odd.provider and payments.payment_id = odd.payment_id
    union all
    select odd.provider, odd.refund_id
    from odd
    inner join large on large.provider = odd.provider and large.payment_id = odd.payment_id
    union all
    select odd.provider, odd.refund_id
    from odd
    inner join repeated_orders on repeated_orders.order_id = odd.order_id
    union all
    select provider, refund_id
    from odd
    where found_by <> 'payment'
),

extras as (
    select provider, refund_id, -sum(amount) as amount
    from core.residuals
    where amount < 0
    group by provider, refund_id
),

given as (
    select
        refunds.provider, refunds.refund_id, refunds.payment_id, refunds.order_id, refunds.currency, refunds.created_at, refunds.created_on,
        refunds.gross - coalesce(extras.amount, 0) - coalesce(failures.amount, 0) as amount
    from odd as refunds
    left join extras on extras.provider = refunds.provider and extras.refund_id = refunds.refund_id
    left join (
        select provider, refund_id, sum(gross) as amount
        from core.refunds
        where type = 'refund_failure' and status in ('succeeded', 'failed')
        group by provider, refund_id
    ) as failures on failures.provider = refunds.provider and failures.refund_id = refunds.refund_id
    where refunds.status = 'succeeded' and refunds.state <> 'reversed'
        and exists (select 1 from suspects where suspects.provider = refunds.provider and suspects.refund_id = refunds.refund_id)
),

payment_totals as (
    select payments.provider, payments.payment_id, payments.amount
    from (
        select provider, payment_id, currency, sum(amount) as amount
        from given
        where payment_id is not null
        group by provider, payment_id, currency
    ) as totals
    inner join core.payments as payments
        on payments.provider = totals.provider and payments.payment_id = totals.payment_id and payments.currency = totals.currency
    where totals.amount > payments.amount + $tolerance
),

order_totals as (
    select totals.order_id, totals.currency, payments.amount
    from (
        select order_id, currency, sum(amount) as amount
        from given
        where order_id is not null
        group by order_id, currency
    ) as totals
    inner join (
        select payments.order_id, payments.currency, sum(payments.amount) as amount
        from core.payments as payments
        where exists (select 1 from given where given.order_id = payments.order_id)
        group by payments.order_id, payments.currency
    ) as payments on payments.order_id = totals.order_id and payments.currency = totals.currency
    where totals.amount > payments.amount + $tolerance
),

crossings as (
    select
        given.provider, given.refund_id, given.order_id, given.currency, given.created_on, payment_totals.amount as captured,
        sum(given.amount) over (
            partition by given.provider, given.payment_id order by given.created_at, given.refund_id rows unbounded preceding
        ) as upto, given.amount
    from given
    inner join payment_totals on payment_totals.provider = given.provider and payment_totals.payment_id = given.payment_id
    union all
    select
        given.provider, given.refund_id, given.order_id, given.currency, given.created_on, order_totals.amount,
        sum(given.amount) over (
            partition by given.order_id, given.currency order by given.created_at, given.provider, given.refund_id rows unbounded preceding
        ), given.amount
    from given
    inner join order_totals on order_totals.order_id = given.order_id and order_totals.currency = given.currency
),

worst as (
    select provider, refund_id, order_id, currency, created_on, max(least(upto - captured, amount)) as excess, max(upto) as refunded, min(captured) as captured
    from crossings
    where upto > captured + $tolerance
    group by provider, refund_id, order_id, currency, created_on
)

select
    'refund_exceeds_capture', null, worst.provider, worst.refund_id, worst.order_id, null, null, cast(worst.excess as decimal(18, 2)), worst.currency,
    cast(0 as decimal(18, 2)),
    core.say($language, 'encaissé ', 'captured ') || core.in_words($language, cast(worst.captured as decimal(18, 2)), worst.currency),
    core.say($language, 'remboursé en tout ', 'refunded in all ') || core.in_words($language, cast(worst.refunded as decimal(18, 2)), worst.currency), worst.created_on
from worst;
