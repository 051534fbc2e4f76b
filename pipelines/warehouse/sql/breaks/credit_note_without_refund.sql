-- One row per credit note past its day whose customer no refund is proved to have reached.
insert into core.break_findings
with paid_with as (
    select
        payments.order_id, bool_or(providers.provider is not null) as is_fed
    from core.payments as payments
    inner join proof_notes as notes on notes.order_id = payments.order_id
    left join proof_providers as providers on providers.provider = payments.provider
    group by payments.order_id
),

ties as (
    select distinct credit_note_number
    from core.allocations
    where status = 'proposed' and rule = 'ambiguous'
),

under_way as (
    select credit_note_number, min_by(provider, refund_id) as provider, min(refund_id) as refund_id, min(refunded_on) as refunded_on,
        sum(amount) as amount
    from core.allocations
    where status = 'proposed' and rule = 'pending'
    group by credit_note_number
),

disputes as (
    select notes.credit_note_number, min(orders.refund_id) as refund_id
    from proof_notes as notes
    inner join core.refund_orders as orders on orders.order_id = notes.order_id and orders.type = 'dispute'
    where notes.settlement = 'chargeback'
    group by notes.credit_note_number
),

other_currency as (
    select distinct credit_note_number
    from proof_causes
    where kind = 'currency_differs'
)

select
    'credit_note_without_refund', notes.credit_note_number, null, null, notes.order_id, null, null, notes.rest, notes.currency,
    core.vat_share(notes.rest, notes.vat, notes.gross),
    core.say($language, 'avoir ', 'credit note ') || core.in_words($language, notes.gross, notes.currency)
    || case
        when notes.settlement = 'chargeback' then core.say($language, ', émis pour un litige perdu', ', issued for a lost dispute')
        else core.say($language, ', à rembourser au plus tard le ', ', to be refunded by ')
            || strftime(notes.issued_on + cast($refund_due_days as integer), '%d/%m/%Y')
    end,
    case
        when under_way.refund_id is not null
            then core.say($language, 'remboursement ', 'refund ') || under_way.refund_id || ' : '
                || core.in_words($language, cast(under_way.amount as decimal(18, 2)), notes.currency) || core.say($language, ' en attente chez ', ' pending at ')
                || under_way.provider || core.say($language, ' depuis le ', ' since ') || strftime(under_way.refunded_on, '%d/%m/%Y')
        when disputes.refund_id is not null
            then core.say($language, 'litige ', 'dispute ') || disputes.refund_id
                || core.say($language, ', que personne n''a dit le régler', ', which nobody said settles it')
        when notes.settlement = 'chargeback' then core.say($language, 'aucun litige rapproché', 'no dispute matched')
        else core.say($language, 'aucun remboursement rapproché', 'no refund matched')
    end
    || case
        when running.increase > 0 then core.say($language, ', majoration légale courue : ', ', legal increase so far: ') || core.in_words($language, running.increase, notes.currency)
        else ''
    end,
    notes.issued_on + cast($refund_due_days + 1 as integer)
from proof_notes as notes
cross join proof_observed as observed
left join paid_with on paid_with.order_id = notes.order_id
left join proof_running_increases as running on running.credit_note_number = notes.credit_note_number
left join ties on ties.credit_note_number = notes.credit_note_number
left join under_way on under_way.credit_note_number = notes.credit_note_number
left join disputes on disputes.credit_note_number = notes.credit_note_number
left join other_currency on other_currency.credit_note_number = notes.credit_note_number
where notes.settled = 0 and notes.rest > 0 and observed.money and notes.issued_on + cast($refund_due_days as integer) < $as_of
    and (observed.any_provider or coalesce(paid_with.is_fed, true))
    and ties.credit_note_number is null and other_currency.credit_note_number is null;
