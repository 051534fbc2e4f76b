-- One row per month and currency: refunds gross = matched + accepted or ignored by decision + reversed + open.
insert into out.controls
with matched as (
    select provider, refund_id, sum(amount) as amount
    from core.allocations
    where status = 'confirmed'
    group by provider, refund_id
),

failures as (
    select provider, refund_id
    from core.refunds
    where type = 'refund_failure' and status = 'succeeded'
    group by provider, refund_id
),

refunds as (
    select
        months.month, refunds.currency, refunds.state, coalesce(matched.amount, 0) as matched,
        case when refunds.status = 'succeeded' or failures.refund_id is not null then refunds.gross else 0 end as gross
    from core.refunds as refunds
    inner join out.counted_refunds as counted
        on counted.provider = refunds.provider and counted.refund_id = refunds.refund_id and counted.type = refunds.type
    inner join out.months as months on counted.counted_on between months.first_on and months.until
    left join matched on matched.provider = refunds.provider and matched.refund_id = refunds.refund_id
    left join failures on failures.provider = refunds.provider and failures.refund_id = refunds.refund_id
    where refunds.type = 'refund'
),

buckets as (
    select
        month, currency, gross, matched,
        case when state in ('accepted', 'ignored') or (state = 'matched' and matched > 0) then gross - matched else 0 end as decided,
        case when state = 'reversed' then gross - matched else 0 end as reversed,
        case when state in ('open', 'part_matched') then gross - matched else 0 end as still_open
    from refunds
),

totals as (
    select
        month, currency, sum(gross) as gross, sum(matched) as matched, sum(decided) as decided, sum(reversed) as reversed,
        sum(still_open) as still_open, sum(abs(gross - matched - decided - reversed - still_open)) as difference
    from buckets
    group by month, currency
)

select
    months.month, 4,
    'Remboursements = rapprochés + acceptés ou ignorés + annulés + ouverts'
    || case when coalesce(totals.currency, $currency) <> $currency then ' (' || totals.currency || ')' else '' end,
    coalesce(totals.gross, 0), coalesce(totals.matched + totals.decided + totals.reversed + totals.still_open, 0),
    coalesce(totals.difference, 0),
    case
        when not exists (select 1 from core.refunds) then 'not_observed'
        when coalesce(totals.difference, 0) = 0 then 'ties'
        else 'differs'
    end,
    coalesce(
        'rapprochés ' || core.digits(totals.matched) || ', acceptés ou ignorés ' || core.digits(totals.decided) || ', annulés '
        || core.digits(totals.reversed) || ', ouverts ' || core.digits(totals.still_open), '')
from out.months as months
left join totals on totals.month = months.month
