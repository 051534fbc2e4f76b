-- One row per account of each movement of money back: the customer's account, the provider's, and what exchange made of it.
insert into core.postings
with settled_orders as (
    select provider, refund_id, min(credit_note_number) as credit_note_number
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

movements as (
    select
        refunds.provider, refunds.refund_id, refunds.type, refunds.created_on, refunds.currency, refunds.gross,
        coalesce(note_parties.auxiliary, paid_parties.auxiliary, named_parties.auxiliary, 'WEB') as auxiliary,
        settled_orders.credit_note_number,
        case
            when refunds.type in ('refund', 'dispute') then 1
            else -1
        end as direction,
        case
            when refunds.type in ('refund', 'refund_failure') then $account_customers
            when refunds.type in ('dispute', 'dispute_reversal') then $account_doubtful_customers
            else $account_suspense
        end as counterpart,
        case refunds.type
            when 'refund' then 'Remboursement ' || refunds.refund_id || coalesce(' / ' || settled_orders.credit_note_number, '')
            when 'refund_failure' then 'Échec du remboursement ' || refunds.refund_id
            when 'dispute' then 'Litige ' || refunds.refund_id
            when 'dispute_reversal' then 'Litige gagné ' || refunds.refund_id
            else 'Mouvement inconnu ' || refunds.refund_id || coalesce(' : ' || refunds.description, '')
        end as wording,
        case
            when refunds.settlement_currency = $currency and refunds.settlement_gross is not null
                then abs(refunds.settlement_gross) * sign(refunds.gross)
            else round(refunds.gross * rates.rate, 2)
        end as settled,
        coalesce(refunds.settlement_currency, refunds.currency) as settled_in, round(refunds.gross * rates.rate, 2) as booked
    from core.refunds as refunds
    inner join core.exchange_rates as rates on rates.currency = refunds.currency
    left join failures on failures.provider = refunds.provider and failures.refund_id = refunds.refund_id
    left join settled_orders
        on settled_orders.provider = refunds.provider and settled_orders.refund_id = refunds.refund_id
    left join core.credit_notes as notes on notes.credit_note_number = settled_orders.credit_note_number
    left join core.order_parties as note_parties on note_parties.order_id = notes.order_id
    left join core.payments as payments
        on payments.provider = refunds.provider and payments.payment_id = refunds.payment_id
    left join core.order_parties as paid_parties on paid_parties.order_id = payments.order_id
    left join core.order_parties as named_parties on named_parties.order_id = refunds.order_reference
    where refunds.type <> 'fee' and refunds.created_on <= $as_of
        and (
            refunds.status = 'succeeded'
            or (refunds.type = 'refund' and refunds.status = 'failed' and failures.refund_id is not null)
        )
),

parts as (
    select
        movements.provider, movements.refund_id, movements.type, counterpart as account, auxiliary,
        cast(direction * booked as decimal(18, 2)) as amount, counterpart <> $account_suspense as is_customers
    from movements
    union all
    select
        movements.provider, movements.refund_id, movements.type, accounts.account, null,
        cast(-direction * settled as decimal(18, 2)), false
    from movements
    inner join core.provider_accounts as accounts
        on accounts.provider = movements.provider and accounts.currency = movements.settled_in
    union all
    select
        provider, refund_id, type,
        case when direction * (settled - booked) > 0 then $account_exchange_loss else $account_exchange_gain end, null,
        cast(direction * (settled - booked) as decimal(18, 2)), false
    from movements
    where settled <> booked
)

select
    'refund:' || movements.provider || ':' || movements.refund_id || ':' || movements.type as entry_id, journals.journal,
    movements.created_on as booked_on, parts.account, case when parts.is_customers then parts.auxiliary end as auxiliary,
    movements.refund_id as piece, movements.created_on as piece_on, movements.wording, parts.amount,
    case when movements.currency <> $currency then movements.currency end as currency,
    case when movements.currency <> $currency then abs(movements.gross) end as currency_amount,
    movements.credit_note_number, movements.provider, movements.refund_id,
    case
        when parts.is_customers and movements.type in ('refund', 'refund_failure')
            then 'refund|' || movements.provider || '|' || movements.refund_id
        when parts.is_customers then 'dispute|' || movements.provider || '|' || movements.refund_id
    end as item
from movements
inner join parts
    on parts.provider = movements.provider and parts.refund_id = movements.refund_id and parts.type = movements.type
inner join core.provider_accounts as journals
    on journals.provider = movements.provider and journals.currency = movements.settled_in
