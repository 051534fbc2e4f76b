-- One row per movement of money back, in the plain format, written to $path.
copy (
    select
        refunds.provider, refund_id, type, status, if(told in ('payment', 'recorded') and story <> 'means_differs', payments.payment_id, null) as payment_id,
        case told when 'order' then refunds.order_id when 'foreign' then 'ZB-' || (4000 + refunds.number % 1000) end as order_reference,
        if(told = 'note', credit_note_number, null) as credit_note_number,
        if(told = 'email', lower(replace(strip_accents(person), ' ', '.')) || '.' || customer || '@example.org', null) as customer_email,
        sample.iso(created_at) as created_at, refunds.gross, refunds.fee, net, refunds.currency, payouts.payout_id,
        case
            when told = 'text' then 'Remboursement commande ' || refunds.order_id
            when type = 'dispute' then 'Contestation du porteur'
            when type = 'refund_failure' then 'Compte du porteur clôturé'
        end as description
    from sample.refunds
    inner join sample.payments using (number)
    left join sample.payouts
        on payouts.provider = refunds.provider and payouts.currency = refunds.currency and payouts.week = date_trunc('week', created_at)::date
        and status = 'succeeded'
    cross join sample.settings
    where not has_real_formats or refunds.provider not in ('stripe', 'paypal')
    order by refunds.created_at, refund_id, type
) to $path (format csv, header);
