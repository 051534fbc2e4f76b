-- One row per thing that does not add up: its age, what to do, what people have said of it; then what did not and now does.
delete from core.breaks;

insert into core.breaks
with found as (
    select
        kind, credit_note_number, provider, refund_id, order_id, sku, payout_id, max(amount) as amount, max(currency) as currency,
        max(vat_at_stake) as vat_at_stake, min(expected) as expected, min(found) as found, min(opened_on) as opened_on
    from core.break_findings
    where opened_on <= $as_of
    group by kind, credit_note_number, provider, refund_id, order_id, sku, payout_id
),

keyed as (
    select
        md5(concat_ws('|', kind, coalesce(credit_note_number, ''), coalesce(provider, ''), coalesce(refund_id, ''), coalesce(order_id, ''),
            coalesce(sku, ''), coalesce(payout_id, ''))) as break_id,
        kind, credit_note_number, provider, refund_id, order_id, sku, payout_id, amount, currency, vat_at_stake, expected, found, opened_on
    from found
),

-- A customer whose money is on its way, or was taken back by the bank, is not to be refunded again.
nuances as (
    select credit_note_number, min(nuance) as nuance
    from (
        select allocations.credit_note_number, 'pending' as nuance
        from core.allocations as allocations
        inner join core.credit_notes as notes on notes.credit_note_number = allocations.credit_note_number
        where allocations.status = 'proposed' and allocations.rule = 'pending'
        group by allocations.credit_note_number
        having sum(allocations.amount) >= max(notes.gross)
        union all
        select credit_note_number, 'dispute'
        from core.credit_notes
        where settlement = 'chargeback'
    ) as nuanced
    group by credit_note_number
),

spoken as (
    select
        keyed.break_id,
        bool_or(decisions.action in ('write_off', 'ignore', 'accept')) as is_decided,
        max_by(decisions.owner, decisions.sequence) filter (where decisions.owner is not null) as owner,
        max_by(decisions.comment, decisions.sequence) filter (where decisions.comment is not null) as comment
    from core.decisions as decisions
    inner join keyed
        on coalesce(decisions.kind, keyed.kind) = keyed.kind
        and coalesce(decisions.credit_note_number, keyed.credit_note_number, '') = coalesce(keyed.credit_note_number, '')
        and coalesce(decisions.provider, keyed.provider, '') = coalesce(keyed.provider, '')
        and coalesce(decisions.refund_id, keyed.refund_id, '') = coalesce(keyed.refund_id, '')
        and coalesce(decisions.order_id, keyed.order_id, '') = coalesce(keyed.order_id, '')
        and coalesce(decisions.sku, keyed.sku, '') = coalesce(keyed.sku, '')
    where not decisions.revoked and decisions.action in ('write_off', 'ignore', 'accept', 'comment', 'owner')
        and coalesce(decisions.credit_note_number, decisions.refund_id, decisions.order_id, decisions.sku, decisions.kind) is not null
    group by keyed.break_id
)

select
    keyed.break_id, keyed.kind, keyed.credit_note_number, keyed.provider, keyed.refund_id, keyed.order_id, keyed.sku, keyed.payout_id,
    keyed.amount, keyed.currency, keyed.vat_at_stake, keyed.expected, keyed.found, keyed.opened_on,
    cast(date_diff('day', keyed.opened_on, cast($as_of as date)) as integer), coalesce(nuanced.words, actions.words, keyed.kind), spoken.owner, spoken.comment,
    case
        when spoken.is_decided or notes.state = 'written_off' and keyed.kind in ('credit_note_without_refund', 'refund_under')
            or refunds.state in ('ignored', 'accepted')
                and keyed.kind in (
                    'refund_without_credit_note', 'refund_over', 'duplicate_refund', 'unknown_order', 'currency_differs', 'store_credit_and_refund'
                ) then 'decided'
        else 'open'
    end
from keyed
left join (select unnest($actions, recursive := true)) as actions on actions.kind = keyed.kind
left join nuances on nuances.credit_note_number = keyed.credit_note_number and keyed.kind = 'credit_note_without_refund'
left join (select unnest($actions, recursive := true)) as nuanced on nuanced.kind = nuances.nuance
left join spoken on spoken.break_id = keyed.break_id
left join core.credit_notes as notes on notes.credit_note_number = keyed.credit_note_number
left join core.refunds as refunds on refunds.provider = keyed.provider and refunds.refund_id = keyed.refund_id and refunds.type = 'refund'
union all
select
    md5(concat_ws('|', closed.kind, coalesce(closed.credit_note_number, ''), coalesce(closed.provider, ''), coalesce(closed.refund_id, ''),
        coalesce(closed.order_id, ''), '', '')) as break_id,
    closed.kind, closed.credit_note_number, closed.provider, closed.refund_id, closed.order_id, null, null, closed.amount, closed.currency,
    cast(0 as decimal(18, 2)), closed.expected, closed.found, closed.opened_on, cast(date_diff('day', closed.opened_on, closed.closed_on) as integer),
    core.say($language, 'rien à faire, l''écart est clos', 'nothing to do, the break is closed'), null, null, 'closed'
from core.break_closings as closed
where not exists (
    select 1
    from core.break_findings as standing
    where standing.kind = closed.kind and coalesce(standing.credit_note_number, '') = coalesce(closed.credit_note_number, '')
        and coalesce(standing.refund_id, '') = coalesce(closed.refund_id, '')
);
