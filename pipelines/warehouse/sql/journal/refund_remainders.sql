-- One row per account of what was paid back beyond credit notes: carriage repaid, the legal increase, goodwill, a lost dispute, cents.
insert into core.postings
with paid as (
    select provider, refund_id, sum(amount) as amount, max(greatest(issued_on, refunded_on)) as paid_on, min(credit_note_number) as credit_note_number
    from core.allocations
    where status = 'confirmed'
    group by provider, refund_id
),

owed as (
    select
        proofs.credit_note_number, sum(coalesce(returns.carriage_repaid, 0)) as carriage,
        sum(coalesce(proofs.increase_due, 0)) as increase
    from core.returns_proof as proofs
    left join core.returns as returns on returns.return_id = proofs.return_id
    where proofs.credit_note_number is not null
    group by proofs.credit_note_number
),

accepted as (
    select provider, refund_id, max(cast(decided_at as date)) as decided_on, max(account) as account
    from core.decisions
    where action in ('accept', 'write_off') and not revoked and refund_id is not null
    group by provider, refund_id
),

refunds as (
    select
        refunds.provider, refunds.refund_id, refunds.type, paid.credit_note_number,
        coalesce(note_parties.auxiliary, paid_parties.auxiliary, named_parties.auxiliary, 'WEB') as auxiliary, rates.rate,
        refunds.gross - coalesce(paid.amount, 0) as rest,
        case when refunds.state = 'matched' then coalesce(owed.carriage, 0) else 0 end as carriage,
        case when refunds.state = 'matched' then coalesce(owed.increase, 0) else 0 end as increase,
        case
            when refunds.type = 'dispute' then coalesce(accepted.account, $account_bad_debts)
            else coalesce(accepted.account, $account_rounding_loss)
        end as rest_account,
        case when refunds.state = 'accepted' then accepted.decided_on else paid.paid_on end as booked_on,
        case
            when $bad_debt_vat and refunds.type = 'dispute' and refunds.state = 'accepted' and accepted.account is null
                and not coalesce(paid_parties.is_one_stop_shop, false)
                then core.vat_share(refunds.gross - coalesce(paid.amount, 0), sold.vat, sold.gross)
            else 0
        end as vat
    from core.refunds as refunds
    inner join core.exchange_rates as rates on rates.currency = refunds.currency
    left join paid on paid.provider = refunds.provider and paid.refund_id = refunds.refund_id
    left join owed on owed.credit_note_number = paid.credit_note_number
    left join accepted on accepted.provider = refunds.provider and accepted.refund_id = refunds.refund_id
    left join core.credit_notes as notes on notes.credit_note_number = paid.credit_note_number
    left join core.order_parties as note_parties on note_parties.order_id = notes.order_id
    left join core.payments as payments
        on payments.provider = refunds.provider and payments.payment_id = refunds.payment_id
    left join core.orders as sold on sold.order_id = payments.order_id
    left join core.order_parties as paid_parties on paid_parties.order_id = payments.order_id
    left join core.order_parties as named_parties on named_parties.order_id = refunds.order_reference
    where refunds.status = 'succeeded' and refunds.type in ('refund', 'dispute')
        and refunds.gross > coalesce(paid.amount, 0)
        and (
            (refunds.state = 'matched' and paid.amount is not null)
            or (refunds.state = 'accepted' and accepted.decided_on is not null)
        )
),

components as (
    select provider, refund_id, type, rate, $account_carriage as account, least(carriage, rest) as amount from refunds
    union all
    select provider, refund_id, type, rate, $account_penalties, least(increase, rest - least(carriage, rest)) from refunds
    union all
    select provider, refund_id, type, rate, rest_account, rest - least(carriage + increase, rest) - coalesce(vat, 0) from refunds
    union all
    select provider, refund_id, type, rate, $account_vat_collected, vat from refunds where vat > 0
),

parts as (
    select provider, refund_id, type, account, cast(round(amount * rate, 2) as decimal(18, 2)) as amount, false as is_customers
    from components
    where amount > 0
    union all
    select
        provider, refund_id, type,
        case when type = 'dispute' then $account_doubtful_customers else $account_customers end,
        -sum(cast(round(amount * rate, 2) as decimal(18, 2))), true
    from components
    where amount > 0
    group by provider, refund_id, type
)

select
    'remainder:' || refunds.provider || ':' || refunds.refund_id || ':' || refunds.type as entry_id, $other_journal as journal,
    refunds.booked_on, parts.account, case when parts.is_customers then refunds.auxiliary end as auxiliary,
    refunds.refund_id as piece, refunds.booked_on as piece_on, 'Solde du remboursement ' || refunds.refund_id as wording,
    cast(parts.amount as decimal(18, 2)) as amount, null as currency, null as currency_amount, refunds.credit_note_number,
    refunds.provider, refunds.refund_id,
    case
        when parts.is_customers and refunds.type = 'dispute' then 'dispute|' || refunds.provider || '|' || refunds.refund_id
        when parts.is_customers then 'refund|' || refunds.provider || '|' || refunds.refund_id
    end as item
from refunds
inner join parts
    on parts.provider = refunds.provider and parts.refund_id = refunds.refund_id and parts.type = refunds.type
where refunds.booked_on <= $as_of
