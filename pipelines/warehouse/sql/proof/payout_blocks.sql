-- One row per payout of a provider that does not say what each is made of: how far it stands from the run of its neighbours.
create or replace temporary table proof_payout_blocks as
with silent as (
    select provider, currency
    from core.payments
    group by provider, currency
    having count(payout_id) = 0
),

movements as (
    select payments.provider, payments.currency, payments.captured_at as moved_at, coalesce(payments.net, payments.amount - coalesce(payments.fee, 0)) as net
    from core.payments as payments
    inner join silent on silent.provider = payments.provider and silent.currency = payments.currency
    union all
    select
        refunds.provider, refunds.currency, refunds.created_at,
        coalesce(refunds.net, case when refunds.type in ('refund', 'dispute', 'fee') then -refunds.gross else refunds.gross end - coalesce(refunds.fee, 0))
    from core.refunds as refunds
    inner join silent on silent.provider = refunds.provider and silent.currency = refunds.currency
    where refunds.status = 'succeeded'
),

payouts as (
    select
        payouts.provider, payouts.currency, payouts.payout_id, payouts.paid_at,
        row_number() over (partition by payouts.provider, payouts.currency order by payouts.paid_at, payouts.payout_id) as place,
        sum(payouts.amount) over (
            partition by payouts.provider, payouts.currency order by payouts.paid_at, payouts.payout_id rows unbounded preceding
        ) as paid
    from core.payouts as payouts
    inner join silent on silent.provider = payouts.provider and silent.currency = payouts.currency
    where payouts.provider not in (select unnest($balance_providers))
),

instants as (
    select provider, currency, moved_at as moment, sum(net) as net, 0 as payouts
    from movements
    group by provider, currency, moved_at
    union all
    select provider, currency, paid_at as moment, 0, 1
    from payouts
),

running as (
    select
        provider, currency, net, payouts,
        sum(net) over (partition by provider, currency order by moment, payouts rows unbounded preceding) as reached,
        sum(payouts) over (partition by provider, currency order by moment, payouts rows unbounded preceding) as paid_before
    from instants
),

candidates as (
    select distinct payouts.provider, payouts.currency, payouts.place, running.reached - payouts.paid as gap
    from running
    inner join payouts
        on payouts.provider = running.provider and payouts.currency = running.currency
        and payouts.place in (running.paid_before + 1, running.paid_before + 2)
    where running.payouts = 0
),

supports as (
    select provider, currency, gap, count(*) as support
    from candidates
    group by provider, currency, gap
),

chosen as (
    select
        candidates.provider, candidates.currency, candidates.place, candidates.gap, supports.support,
        row_number() over (
            partition by candidates.provider, candidates.currency, candidates.place order by supports.support desc, abs(candidates.gap), candidates.gap
        ) as choice
    from candidates
    inner join supports
        on supports.provider = candidates.provider and supports.currency = candidates.currency and supports.gap = candidates.gap
    where supports.support >= 3
),

steps as (
    select
        payouts.provider, payouts.currency, payouts.payout_id, payouts.place, chosen.gap,
        lag(chosen.gap) over (partition by payouts.provider, payouts.currency order by payouts.place) as gap_before,
        count(*) over (partition by payouts.provider, payouts.currency) as payouts,
        count(chosen.gap) over (partition by payouts.provider, payouts.currency) as told
    from payouts
    left join chosen
        on chosen.provider = payouts.provider and chosen.currency = payouts.currency and chosen.place = payouts.place and chosen.choice = 1
)

select provider, payout_id, cast(coalesce(gap - gap_before, case when place = 1 then 0 end) as decimal(18, 2)) as shortfall
from steps
where told * 10 >= payouts * 8;
