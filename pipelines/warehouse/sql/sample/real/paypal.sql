-- One row per movement of the account, as PayPal's activity download writes it in French, written to $path.
copy (
    with movements as (
        select
            captured_at as moved_at, orders.person as name, 'Paiement Express Checkout' as type, 'Terminé' as state, payments.currency, amount as gross, -fee as fee,
            (amount - fee)::decimal(18, 2) as net, lower(replace(strip_accents(person), ' ', '.')) || '.' || customer || '@example.org' as email,
            payment_id as transaction, null as reference, payments.order_id as invoice, 'Crédit' as impact, null as subject
        from sample.payments
        inner join sample.orders using (number)
        where payments.provider = 'paypal'
        union all
        select
            created_at, refunds.person, 'Remboursement de paiement', if(status = 'pending', 'En attente', 'Terminé'), refunds.currency, -refunds.gross, 0, refunds.net,
            lower(replace(strip_accents(refunds.person), ' ', '.')) || '.' || refunds.customer || '@example.org', refund_id,
            if(told in ('email', 'foreign') or story = 'means_differs', null, payments.payment_id),
            case told when 'order' then refunds.order_id when 'foreign' then 'ZB-' || (4000 + refunds.number % 1000) end, 'Débit',
            case told when 'note' then 'Avoir ' || credit_note_number when 'text' then 'Remboursement commande ' || refunds.order_id end
        from sample.refunds
        inner join sample.payments using (number)
        where refunds.provider = 'paypal'
        union all
        select paid_at, 'Brume et Varech', 'Virement standard', 'Terminé', currency, -amount, 0, -amount, null, payout_id, null, null, 'Débit', null
        from sample.payouts
        where provider = 'paypal'
    )
    select
        strftime(moved_at, '%d/%m/%Y') as "Date", strftime(moved_at, '%H:%M:%S') as "Heure", 'Europe/Paris' as "Fuseau horaire", name as "Nom", type as "Type",
        state as "État", currency as "Devise", replace(gross::decimal(18, 2)::varchar, '.', ',') as "Avant commission",
        replace(fee::decimal(18, 2)::varchar, '.', ',') as "Commission", replace(net::decimal(18, 2)::varchar, '.', ',') as "Net",
        email as "De l'adresse email", 'bonjour@brume-et-varech.example' as "À l'adresse email", transaction as "Numéro de transaction",
        reference as "Numéro de la transaction de référence", invoice as "Numéro de facture", subject as "Objet", impact as "Impact sur le solde"
    from movements
    order by movements.moved_at, transaction
) to $path (format csv, header, force_quote *);
