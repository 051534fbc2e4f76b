-- One row per month, provider and currency: payouts against their movements, but for the breaks listed; balances against what moved between two of them.
insert into out.controls
with listed as (
    select distinct provider, payout_id from core.breaks where kind = 'payout_differs'
),

payouts as (
    select
        months.month, proofs.provider, proofs.currency, proofs.movements_state in ('ties', 'differs') as is_proved, proofs.net,
        proofs.amount, case when listed.payout_id is null then 0 else proofs.net - proofs.amount end as told
    from core.payout_proofs as proofs
    inner join out.months as months on proofs.paid_on between months.first_on and months.until
    left join listed on listed.provider = proofs.provider and listed.payout_id = proofs.payout_id
),

batches as (
    select
        month, provider, currency, sum(net) filter (where is_proved) as net, sum(amount + told) filter (where is_proved) as amount,
        sum(abs(net - amount - told)) filter (where is_proved) as difference, sum(abs(told)) filter (where is_proved) as told,
        count(*) as payouts, count(*) filter (where is_proved) as proved
    from payouts
    group by month, provider, currency
),

closings as (
    select
        months.month, months.first_on, balances.provider, balances.currency, max(balances.as_of_at) as closed_at,
        arg_max(balances.available, balances.as_of_at) as closing
    from core.provider_balances as balances
    inner join out.months as months on balances.as_of_on = months.until
    group by months.month, months.first_on, balances.provider, balances.currency
),

balances as (
    select
        closings.month, closings.provider, closings.currency, closings.closed_at, closings.closing,
        max(openings.as_of_at) as opened_at, arg_max(openings.available, openings.as_of_at) as opening
    from closings
    inner join core.provider_balances as openings
        on openings.provider = closings.provider and openings.currency = closings.currency
        and openings.as_of_on = cast(closings.first_on - interval 1 day as date)
    group by closings.month, closings.provider, closings.currency, closings.closed_at, closings.closing
),

movements as (
    select
        provider, coalesce(settlement_currency, currency) as currency, captured_at as moved_at,
        coalesce(net, coalesce(settlement_amount, amount) - coalesce(fee, 0)) as amount
    from core.payments
    union all
    select
        refunds.provider, coalesce(refunds.settlement_currency, refunds.currency), refunds.created_at,
        coalesce(
            refunds.net,
            case when refunds.type in ('refund', 'dispute', 'fee') then -1 else 1 end
            * coalesce(abs(refunds.settlement_gross) * sign(refunds.gross), refunds.gross) - coalesce(refunds.fee, 0))
    from core.refunds as refunds
    left join (
        select provider, refund_id from core.refunds where type = 'refund_failure' and status = 'succeeded' group by provider, refund_id
    ) as failures on failures.provider = refunds.provider and failures.refund_id = refunds.refund_id
    where refunds.status = 'succeeded'
        or (refunds.type = 'refund' and refunds.status = 'failed' and failures.refund_id is not null)
    union all
    select provider, currency, paid_at, -amount from core.payouts
),

moved as (
    select balances.month, balances.provider, balances.currency, sum(movements.amount) as amount
    from balances
    inner join movements
        on movements.provider = balances.provider and movements.currency = balances.currency
        and movements.moved_at > balances.opened_at and movements.moved_at <= balances.closed_at
    group by balances.month, balances.provider, balances.currency
),

proofs as (
    select
        month, 'Versements ' || provider_name(provider) || ' = mouvements nets' as name, currency, net as stated, amount as found, difference,
        payouts || ' versement(s), ' || proved || ' prouvé(s)' || case when told > 0 then ', écarts listés ' || core.digits(told) else '' end as detail
    from batches
    where not exists (
        select 1 from balances
        where balances.month = batches.month and balances.provider = batches.provider and balances.currency = batches.currency
    ) or batches.proved > 0
    union all
    select
        balances.month, 'Solde ' || provider_name(balances.provider) || ' : ouverture + mouvements − versements = clôture', balances.currency,
        balances.opening + coalesce(moved.amount, 0), balances.closing,
        abs(balances.opening + coalesce(moved.amount, 0) - balances.closing),
        'ouverture ' || core.digits(balances.opening) || ', mouvements ' || core.digits(coalesce(moved.amount, 0))
    from balances
    left join moved
        on moved.month = balances.month and moved.provider = balances.provider and moved.currency = balances.currency
)

select
    month, 9, name || case when currency <> $currency then ' (' || currency || ')' else '' end, stated, found, difference,
    case when difference is null then 'not_observed' when difference = 0 then 'ties' else 'differs' end, detail
from proofs
union all
select
    months.month, 9, 'Versements = mouvements nets des prestataires', null, null, null, 'not_observed',
    'ni versement ni solde de prestataire ce mois'
from out.months as months
where months.month not in (select proofs.month from proofs)
