-- One row per month, provider and currency: refunds of the month against what the provider's own exports add up to, row by row.
insert into out.controls
with refunds as (
    select
        months.month, refunds.provider, refunds.currency, refunds.gross, try_cast(exports.gross as decimal(18, 2)) as told
    from core.refunds as refunds
    inner join out.counted_refunds as counted
        on counted.provider = refunds.provider and counted.refund_id = refunds.refund_id and counted.type = refunds.type
    inner join out.months as months on counted.counted_on between months.first_on and months.until
    left join raw.refunds as exports
        on exports.source_file = refunds.source_file and exports.source_row = refunds.source_row
        and exports.refund_id = refunds.refund_id and exports.type = refunds.type
    where refunds.type = 'refund' and refunds.status = 'succeeded'
),

totals as (
    select
        month, provider, currency, sum(gross) as gross, sum(told) as told, count(told) as known, count(*) as refunds,
        sum(abs(gross - coalesce(told, 0))) as difference
    from refunds
    group by month, provider, currency
)

select
    month, 5, 'Remboursements ' || provider_name(provider) || ' = total de ses propres exports'
    || case when currency <> $currency then ' (' || currency || ')' else '' end,
    gross, case when known > 0 then told end, case when known > 0 then difference end,
    case when known = 0 then 'not_observed' when difference = 0 then 'ties' else 'differs' end, refunds || ' remboursement(s)'
from totals
union all
select
    months.month, 5, 'Remboursements = total des exports du prestataire', 0, 0, 0,
    case when exists (select 1 from core.refunds) then 'ties' else 'not_observed' end, 'aucun remboursement ce mois'
from out.months as months
where months.month not in (select totals.month from totals)
