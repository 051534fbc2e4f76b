-- One row per payout that is not the sum of its movements, or not what the bank received.
insert into core.break_findings
select
    'payout_differs', null, proofs.provider, null, null, null, proofs.payout_id,
    abs(case when proofs.movements_state = 'differs' then proofs.amount - proofs.net else proofs.amount - proofs.bank_amount end),
    proofs.currency, cast(0 as decimal(18, 2)),
    case
        when proofs.movements_state = 'differs'
            then core.say($language, 'mouvements ', 'movements ') || core.in_words($language, proofs.net, proofs.currency)
        else core.say($language, 'versement ', 'payout ') || core.in_words($language, proofs.amount, proofs.currency)
    end,
    case
        when proofs.movements_state = 'differs' then core.say($language, 'versement ', 'payout ') || core.in_words($language, proofs.amount, proofs.currency)
        else core.say($language, 'banque ', 'bank ') || core.in_words($language, proofs.bank_amount, proofs.currency)
    end,
    proofs.paid_on
from core.payout_proofs as proofs
where proofs.movements_state = 'differs' or proofs.bank_state = 'differs';
