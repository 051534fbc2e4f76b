-- One row per movement whose net is not its gross less its fee.
insert into core.break_findings
with signed as (
    select
        provider, refund_id, type, payout_id, currency, fee, net, gross, created_on,
        case
            when type in ('refund', 'dispute', 'fee') then -coalesce(abs(settlement_gross), gross)
            when settlement_gross is not null then abs(settlement_gross)
            else gross
        end as signed_gross
    from core.refunds
    where fee is not null and net is not null
)

select
    'fee_differs', null, provider, refund_id, null, null, payout_id, abs(net - (signed_gross - fee)), currency, cast(0 as decimal(18, 2)),
    core.say($language, 'net ', 'net ') || core.in_words($language, cast(signed_gross - fee as decimal(18, 2)), currency),
    core.say($language, 'net ', 'net ') || core.in_words($language, net, currency) || core.say($language, ', frais ', ', fee ') || core.in_words($language, fee, currency), created_on
from signed
where net <> signed_gross - fee;
