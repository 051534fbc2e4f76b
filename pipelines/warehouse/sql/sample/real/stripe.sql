-- One row per movement of the account, as Stripe's itemized payout reconciliation lists it, written to $path.
copy (
    with movements as (
        select
            'txn_' || sample.name('charge', payments.number, 20) as balance_transaction_id, captured_at as created, currency, amount as gross, fee,
            (amount - fee)::decimal(18, 2) as net, 'charge' as reporting_category, payment_id as source_id, 'Commande ' || order_id as description,
            payment_id as charge_id, order_id as order_id, null as credit_note, number
        from sample.payments
        where provider = 'stripe'
        union all
        select
            'txn_' || sample.name(refunds.type || refunds.refund, refunds.number, 20), created_at, refunds.currency,
            (if(refunds.type in ('refund', 'dispute'), -1, 1) * refunds.gross)::decimal(18, 2), refunds.fee, refunds.net, refunds.type, refund_id,
            case
                when told = 'text' then 'Remboursement commande ' || refunds.order_id
                when refunds.type = 'refund' then 'REFUND FOR CHARGE (Commande ' || refunds.order_id || ')'
                when refunds.type = 'refund_failure' then 'REFUND FAILURE (compte du porteur clôturé)'
                else 'Contestation du porteur'
            end,
            payments.payment_id, refunds.order_id, if(told = 'note', credit_note_number, null), refunds.number
        from sample.refunds
        inner join sample.payments on payments.number = refunds.number
        where refunds.provider = 'stripe'
        union all
        select 'txn_' || sample.name('oddity', number, 20), moved_at, 'EUR', amount, 0, amount, native_type, null, if(native_type = 'network_cost', 'Card network costs', 'Stripe Climate'), null, null, null, number
        from sample.oddities
    ),
    reported as (
        select payouts.payout_id, payouts.paid_at, movements.*
        from movements
        left join sample.payouts
            on payouts.provider = 'stripe' and payouts.currency = movements.currency and payouts.week = date_trunc('week', movements.created)::date
        union all
        select payout_id, paid_at, 'txn_' || sample.name('payout ' || payout_id, 0, 20), paid_at, currency, -amount, 0, -amount, 'payout', payout_id,
            'STRIPE PAYOUT', null, null, null, null
        from sample.payouts
        where provider = 'stripe'
    )
    select
        payout_id as automatic_payout_id, strftime(paid_at, '%Y-%m-%d %H:%M:%S') as automatic_payout_effective_at, balance_transaction_id,
        strftime(created, '%Y-%m-%d %H:%M:%S') as created, lower(currency) as currency, gross, fee::decimal(18, 2) as fee, net, reporting_category, source_id,
        description, charge_id, order_id as "payment_metadata[order_id]", credit_note as "refund_metadata[credit_note]"
    from reported
    order by reported.created, balance_transaction_id
) to $path (format csv, header);
