-- One row per part of a refund that settles part of a credit note: confirmed, proposed, or revoked; pairs a person refused beside them.
delete from core.allocations;

insert into core.allocations
with allocated as (
    select
        credit_note_number, provider, refund_id, status, sum(amount) as amount, min(rule) as rule, min(decided_by) as decided_by
    from match_allocated
    group by credit_note_number, provider, refund_id, status
)

select
    allocated.credit_note_number, allocated.provider, allocated.refund_id, allocated.amount, notes.currency, allocated.rule, allocated.status,
    case allocated.rule
        when 'decision' then core.say($language, 'décidé à la main', 'decided by hand')
        when 'refund_id' then core.say($language, 'l''avoir porte le numéro du remboursement', 'the credit note records the refund''s id')
        when 'credit_note_number' then core.say($language, 'le remboursement nomme l''avoir', 'the refund names the credit note')
        when 'payment' then core.say($language, 'le paiement remboursé est celui de la commande ', 'the payment refunded is that of order ') || notes.order_id
        when 'order_reference' then core.say($language, 'la référence du remboursement est la commande ', 'the refund''s reference is order ') || notes.order_id
        when 'description' then core.say($language, 'le libellé du remboursement nomme la commande ', 'the refund''s text names order ') || notes.order_id
        when 'order_amount' then core.say($language, 'même commande et même montant : ', 'same order and same amount: ') || notes.order_id
        when 'group' then core.say($language, 'montants cumulés de la commande ', 'cumulated amounts of order ') || notes.order_id
        when 'customer_group' then core.say($language, 'montants cumulés du même client, avoirs du même jour', 'cumulated amounts of one customer, credit notes of one day')
        when 'tolerance' then core.say($language, 'même commande, à quelques centimes près : ', 'same order, within cents: ') || notes.order_id
        when 'pending' then core.say($language, 'remboursement en attente chez le prestataire', 'refund still pending at the provider')
        when 'customer' then core.say($language, 'même adresse e-mail et même montant, rien de plus', 'same e-mail and amount, nothing more')
        when 'amount' then core.say($language, 'même montant, rien de plus', 'same amount, nothing more')
        when 'ambiguous' then core.say($language, 'plusieurs réponses se valent', 'several answers are equally good')
        else core.say($language, 'avoir du même remboursement', 'credit note of the same refund')
    end || case when allocated.status = 'revoked' then core.say($language, ' ; le remboursement a échoué ensuite', '; the refund failed afterwards') else '' end,
    allocated.decided_by, notes.issued_on,
    least(coalesce(refunds.created_on, disputes.created_on), coalesce(disputes.created_on, refunds.created_on)) as refunded_on
from allocated
inner join core.credit_notes as notes on notes.credit_note_number = allocated.credit_note_number
left join core.refunds as refunds
    on refunds.provider = allocated.provider and refunds.refund_id = allocated.refund_id and refunds.type = 'refund'
left join core.refunds as disputes
    on disputes.provider = allocated.provider and disputes.refund_id = allocated.refund_id and disputes.type = 'dispute'
where coalesce(refunds.created_on, disputes.created_on) is not null;

create or replace temporary table match_settled_notes as
select credit_note_number, sum(amount) as amount
from core.allocations
where status = 'confirmed'
group by credit_note_number;

create or replace temporary table match_settled_refunds as
select provider, refund_id, sum(amount) as amount
from core.allocations
where status = 'confirmed'
group by provider, refund_id;

insert into core.allocations
select
    refused.credit_note_number, refused.provider, refused.refund_id, cast(least(notes.gross, refunds.gross) as decimal(18, 2)), notes.currency,
    'decision', case when refused.action = 'unmatch' then 'revoked' else 'rejected' end,
    core.say($language, 'écarté à la main', 'refused by hand'), refused.author, notes.issued_on, refunds.created_on
from match_refused as refused
inner join core.credit_notes as notes on notes.credit_note_number = refused.credit_note_number
inner join match_refunds as refunds on refunds.provider = refused.provider and refunds.refund_id = refused.refund_id;
