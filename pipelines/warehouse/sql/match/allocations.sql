-- One row per part of a refund that settles part of a credit note: confirmed, proposed, or revoked; pairs a person refused beside them.
delete from core.allocations;

create or replace temporary table match_parts as
with allocated as (
    select note, movement, status, sum(amount) as amount, min(rule) as rule, min(decided_by) as decided_by
    from match_allocated
    group by note, movement, status
),

disputes as (
    select provider, refund_id, created_on
    from match_movements
    where type = 'dispute'
)

select
    allocated.note, allocated.movement, notes.credit_note_number, notes.order_id, notes.currency, notes.issued_on, refunds.provider, refunds.refund_id,
    cast(allocated.amount as decimal(18, 2)) as amount, least(refunds.created_on, coalesce(disputes.created_on, refunds.created_on)) as refunded_on,
    allocated.rule, allocated.status, allocated.decided_by
from allocated
inner join match_notes as notes on notes.note = allocated.note
inner join match_movements as refunds on refunds.movement = allocated.movement
left join disputes on disputes.provider = refunds.provider and disputes.refund_id = refunds.refund_id;

insert into core.allocations
with parts as (
    select credit_note_number, order_id, currency, issued_on, provider, refund_id, amount, refunded_on, rule, 'confirmed' as status, 'rule' as decided_by
    from match_plain
    union all
    select credit_note_number, order_id, currency, issued_on, provider, refund_id, amount, refunded_on, rule, status, decided_by
    from match_parts
)

select
    parts.credit_note_number, parts.provider, parts.refund_id, parts.amount, parts.currency, parts.rule, parts.status,
    case parts.rule
        when 'decision' then core.say($language, 'décidé à la main', 'decided by hand')
        when 'refund_id' then core.say($language, 'l''avoir porte le numéro du remboursement', 'the credit note records the refund''s id')
        when 'credit_note_number' then core.say($language, 'le remboursement nomme l''avoir', 'the refund names the credit note')
        when 'payment' then core.say($language, 'le paiement remboursé est celui de la commande ', 'the payment refunded is that of order ') || parts.order_id
        when 'order_reference' then core.say($language, 'la référence du remboursement est la commande ', 'the refund''s reference is order ') || parts.order_id
        when 'description' then core.say($language, 'le libellé du remboursement nomme la commande ', 'the refund''s text names order ') || parts.order_id
        when 'order_amount' then core.say($language, 'même commande et même montant : ', 'same order and same amount: ') || parts.order_id
        when 'group' then core.say($language, 'montants cumulés de la commande ', 'cumulated amounts of order ') || parts.order_id
        when 'customer_group' then core.say($language, 'montants cumulés du même client, avoirs du même jour', 'cumulated amounts of one customer, credit notes of one day')
        when 'tolerance' then core.say($language, 'même commande, à quelques centimes près : ', 'same order, within cents: ') || parts.order_id
        when 'pending' then core.say($language, 'remboursement en attente chez le prestataire', 'refund still pending at the provider')
        when 'customer' then core.say($language, 'même adresse e-mail et même montant, rien de plus', 'same e-mail and amount, nothing more')
        when 'amount' then core.say($language, 'même montant, rien de plus', 'same amount, nothing more')
        when 'ambiguous' then core.say($language, 'plusieurs réponses se valent', 'several answers are equally good')
        else core.say($language, 'avoir du même remboursement', 'credit note of the same refund')
    end || case when parts.status = 'revoked' then core.say($language, ' ; le remboursement a échoué ensuite', '; the refund failed afterwards') else '' end,
    parts.decided_by, parts.issued_on, parts.refunded_on
from parts;

create or replace temporary table match_settled_notes as
select note, sum(amount) as amount
from match_parts
where status = 'confirmed'
group by note;

create or replace temporary table match_settled_refunds as
select movement, min(provider) as provider, min(refund_id) as refund_id, sum(amount) as amount
from match_parts
where status = 'confirmed'
group by movement;

insert into core.allocations
select
    refused.credit_note_number, refused.provider, refused.refund_id, cast(least(notes.gross, refunds.gross) as decimal(18, 2)), notes.currency,
    'decision', case when refused.action = 'unmatch' then 'revoked' else 'rejected' end,
    core.say($language, 'écarté à la main', 'refused by hand'), refused.author, notes.issued_on, refunds.created_on
from match_refused as refused
inner join core.credit_notes as notes on notes.credit_note_number = refused.credit_note_number
inner join match_refunds as refunds on refunds.provider = refused.provider and refunds.refund_id = refused.refund_id;
