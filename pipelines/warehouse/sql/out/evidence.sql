-- One row per credit note of the month and fact that proves it, as JSON; amounts are exact text.
with notes as (
    select credit_note_number, order_id, source_file, source_row, issued_on, gross, currency, numbered_by, state
    from core.credit_notes
    where issued_on between $first and $until and state <> 'draft'
),
pairs as (
    select allocations.credit_note_number, allocations.provider, allocations.refund_id, allocations.amount,
        allocations.rule, allocations.status, allocations.explanation, allocations.decided_by
    from core.allocations as allocations
    inner join notes on notes.credit_note_number = allocations.credit_note_number
),
refunds as (
    select distinct pairs.credit_note_number, refunds.provider, refunds.refund_id, refunds.type, refunds.status,
        refunds.created_on, refunds.gross, refunds.currency, refunds.payout_id, refunds.source_file, refunds.source_row
    from core.refunds as refunds
    inner join pairs on pairs.provider = refunds.provider and pairs.refund_id = refunds.refund_id
),
facts as (
    select notes.credit_note_number, 1 as place, 'avoir' as kind, to_json({
        'emis_le': notes.issued_on, 'ttc': cast(notes.gross as varchar), 'devise': notes.currency, 'etat': notes.state,
        'numerote_par': notes.numbered_by, 'fichier': files.name, 'sha256': notes.source_file, 'ligne': notes.source_row
    }) as fact
    from notes
    left join raw.files as files on files.sha256 = notes.source_file
    union all
    select notes.credit_note_number, 2, 'commande', to_json({
        'commande': orders.order_id, 'facture': orders.invoice_number, 'facture_du': orders.invoice_date,
        'passee_le': orders.ordered_on, 'livree_le': orders.delivered_on, 'fichier': files.name,
        'sha256': orders.source_file, 'ligne': orders.source_row
    })
    from notes
    inner join core.orders as orders on orders.order_id = notes.order_id
    left join raw.files as files on files.sha256 = orders.source_file
    union all
    select notes.credit_note_number, 3, 'retour', to_json({
        'retour': returns.return_id, 'annonce_le': returns.notified_on, 'envoye_le': returns.sent_on,
        'recu_le': returns.received_on, 'fichier': files.name, 'sha256': returns.source_file, 'ligne': returns.source_row
    })
    from notes
    inner join core.returns as returns on returns.order_id = notes.order_id
    left join raw.files as files on files.sha256 = returns.source_file
    union all
    select credit_note_number, 4, 'imputation', to_json({
        'prestataire': provider, 'remboursement': refund_id, 'montant': cast(amount as varchar), 'regle': rule,
        'statut': status, 'pourquoi': explanation, 'par': decided_by
    })
    from pairs
    union all
    select refunds.credit_note_number, 5, 'remboursement', to_json({
        'prestataire': refunds.provider, 'remboursement': refunds.refund_id, 'mouvement': refunds.type,
        'statut': refunds.status, 'le': refunds.created_on, 'brut': cast(refunds.gross as varchar),
        'devise': refunds.currency, 'versement': refunds.payout_id, 'fichier': files.name,
        'sha256': refunds.source_file, 'ligne': refunds.source_row
    })
    from refunds
    left join raw.files as files on files.sha256 = refunds.source_file
    union all
    select refunds.credit_note_number, 6, 'versement', to_json({
        'prestataire': payouts.provider, 'versement': payouts.payout_id, 'verse_le': payouts.paid_on,
        'montant': cast(payouts.amount as varchar), 'devise': payouts.currency, 'banque': payouts.bank_reference,
        'fichier': files.name, 'sha256': payouts.source_file, 'ligne': payouts.source_row
    })
    from refunds
    inner join core.payouts as payouts on payouts.provider = refunds.provider and payouts.payout_id = refunds.payout_id
    left join raw.files as files on files.sha256 = payouts.source_file
    union all
    select notes.credit_note_number, 7, 'decision', to_json({
        'numero': decisions.sequence, 'le': decisions.decided_at, 'par': decisions.author, 'action': decisions.action,
        'remboursement': decisions.refund_id, 'motif': decisions.reason, 'commentaire': decisions.comment,
        'annulee': decisions.revoked
    })
    from notes
    inner join core.decisions as decisions on decisions.credit_note_number = notes.credit_note_number
)
select credit_note_number, kind, cast(fact as varchar) as fact
from facts
order by credit_note_number, place, fact
