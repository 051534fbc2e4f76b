-- One row per payout: the movements it says it is made of, and the bank line it became.
delete from core.payout_proofs;

insert into core.payout_proofs
with movements as (
    select provider, payout_id, coalesce(net, amount - coalesce(fee, 0)) as net
    from core.payments
    where payout_id is not null
    union all
    select
        provider, payout_id,
        coalesce(net, case when type in ('refund', 'dispute', 'fee') then -gross else gross end - coalesce(fee, 0))
    from core.refunds
    where payout_id is not null and status = 'succeeded'
),

totals as (
    select provider, payout_id, count(*) as movements, sum(net) as net
    from movements
    group by provider, payout_id
),

paid_out as (
    select provider, max(captured_at) as captured_at
    from core.payments
    where payout_id is not null
    group by provider
),

-- Payments taken since the last one paid out wait for their payout: they say nothing against those before them.
whole as (
    select payments.provider, bool_and(payments.payout_id is not null) as is_whole
    from core.payments as payments
    inner join paid_out on paid_out.provider = payments.provider and payments.captured_at <= paid_out.captured_at
    group by payments.provider
),

banked as (
    select
        payouts.provider, payouts.payout_id, lines.account, lines.line_id, lines.booked_on, lines.amount,
        row_number() over (
            partition by payouts.provider, payouts.payout_id
            order by case when lines.amount = payouts.amount then 0 else 1 end, lines.booked_on, lines.account, lines.line_id
        ) as place
    from core.payouts as payouts
    inner join core.bank_lines as lines
        on lines.currency = payouts.currency and lines.booked_on between payouts.paid_on - 3 and payouts.paid_on + 10
        and (
            lines.reference in (payouts.payout_id, payouts.bank_reference)
            or contains(lines.label, payouts.payout_id) or contains(lines.label, coalesce(payouts.bank_reference, payouts.payout_id))
        )
)

select
    payouts.provider, payouts.payout_id, payouts.paid_on, payouts.amount, payouts.currency, coalesce(totals.movements, 0),
    case when whole.is_whole then cast(totals.net as decimal(18, 2)) else cast(payouts.amount + blocks.shortfall as decimal(18, 2)) end, banked.account, banked.line_id, banked.booked_on, banked.amount,
    case
        when blocks.shortfall = 0 then 'ties'
        when blocks.shortfall <> 0 then 'differs'
        when totals.movements is null or not coalesce(whole.is_whole, false) then 'not_observed'
        when totals.net = payouts.amount then 'ties'
        else 'differs'
    end,
    case
        when banked.line_id is null then 'not_observed'
        when banked.amount = payouts.amount then 'ties'
        else 'differs'
    end
from core.payouts as payouts
left join totals on totals.provider = payouts.provider and totals.payout_id = payouts.payout_id
left join whole on whole.provider = payouts.provider
left join proof_payout_blocks as blocks on blocks.provider = payouts.provider and blocks.payout_id = payouts.payout_id
left join banked on banked.provider = payouts.provider and banked.payout_id = payouts.payout_id and banked.place = 1;
