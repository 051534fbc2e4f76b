-- One row per return and its three legs: a credit note, a return without one, or a refund without one.
-- What stands proved stays so until something new is read: the day alone changes what is awaited or missing.
create or replace temporary table proof_again as
select proof_id, credit_note_number
from core.returns_proof
where not $is_news and (money in ('pending', 'missing', 'not_observed') or goods = 'pending' or document = 'pending');

delete from core.returns_proof
where $is_news or money in ('pending', 'missing', 'not_observed') or goods = 'pending' or document = 'pending';

insert into core.returns_proof
with told as (
    select
        credit_note_number, return_id, cast(null as date) as due_on, cast(null as integer) as days_late, cast(null as decimal(18, 2)) as increase,
        cast(null as integer) as days_running, cast(null as decimal(18, 2)) as increase_running
    from core.return_notes
    union all
    select credit_note_number, null, due_on, null, null, null, null
    from core.refund_clocks
    union all
    select credit_note_number, null, null, days_late, increase, null, null
    from core.late_refunds
    union all
    select credit_note_number, null, null, null, null, days_late, increase
    from proof_running_increases
),

-- What the law and the goods have to say of a credit note, in one row: most have none.
around as (
    select
        credit_note_number, min(return_id) as return_id, max(due_on) as due_on, max(days_late) as days_late, sum(increase) as increase,
        max(days_running) as days_running, max(increase_running) as increase_running
    from told
    group by credit_note_number
),

notes as (
    select credit_note_number, order_id, gross, currency, issued_on, settlement, state, nature
    from core.credit_notes
    where state not in ('draft', 'cancelled')
        and ($is_news or credit_note_number in (select again.credit_note_number from proof_again as again))
),

settled as (
    select allocations.credit_note_number, sum(allocations.amount) as amount, max(allocations.refunded_on) as refunded_on
    from core.allocations as allocations
    where allocations.status = 'confirmed'
        and ($is_news or allocations.credit_note_number in (select again.credit_note_number from proof_again as again))
    group by allocations.credit_note_number
),

documented as (
    select
        'note:' || notes.credit_note_number as proof_id, notes.order_id, around.return_id, notes.credit_note_number, 'present' as document,
        case
            when notes.settlement in ('store_credit', 'exchange', 'none') then 'not_expected'
            when notes.state in ('settled', 'written_off') then 'present'
            when not observed.money then 'not_observed'
            when notes.issued_on + cast($refund_due_days as integer) >= $as_of then 'pending'
            else 'missing'
        end as money,
        case
            when notes.nature <> 'return' then 'not_expected'
            when returns.received_on is not null then 'present'
            when not observed.goods then 'not_observed'
            when returns.return_id is not null and returns.notified_on + cast($sending_days + 14 as integer) >= $as_of then 'pending'
            else 'missing'
        end as goods,
        notes.gross as credited, coalesce(settled.amount, 0) as refunded, notes.currency,
        least(notes.issued_on, coalesce(returns.notified_on, notes.issued_on)) as opened_on,
        coalesce(around.due_on, notes.issued_on + cast($refund_due_days as integer)) as refund_due_on,
        case
            when coalesce(around.days_late, 0) > coalesce(around.days_running, 0) then around.days_late
            else around.days_running
        end as days_late,
        coalesce(around.increase + around.increase_running, around.increase, around.increase_running) as increase_due,
        case
            when settled.amount is not null then core.say($language, 'remboursé le ', 'refunded on ') || strftime(settled.refunded_on, '%d/%m/%Y')
            when notes.settlement = 'store_credit' then core.say($language, 'réglé par un bon d''achat', 'settled by a store credit')
            when notes.settlement = 'exchange' then core.say($language, 'réglé par un échange', 'settled by an exchange')
            else core.say($language, 'à rembourser', 'to be refunded')
        end as explanation
    from notes
    cross join proof_observed as observed
    left join around on around.credit_note_number = notes.credit_note_number
    left join core.returns as returns on returns.return_id = around.return_id
    left join settled on settled.credit_note_number = notes.credit_note_number
),

undocumented as (
    select
        'return:' || returns.return_id as proof_id, returns.order_id, returns.return_id, null as credit_note_number,
        case
            when not observed.document then 'not_observed'
            when returns.received_on is not null then 'missing'
            else 'pending'
        end as document,
        'not_expected' as money, case when returns.received_on is not null then 'present' else 'pending' end as goods,
        cast(0 as decimal(18, 2)) as credited, cast(0 as decimal(18, 2)) as refunded, coalesce(orders.currency, 'EUR') as currency,
        returns.notified_on as opened_on, cast(null as date) as refund_due_on, cast(null as bigint) as days_late,
        cast(null as decimal(18, 2)) as increase_due, core.say($language, 'retour sans avoir', 'return without credit note') as explanation
    from core.returns as returns
    cross join proof_observed as observed
    left join core.orders as orders on orders.order_id = returns.order_id
    where not exists (select 1 from core.return_notes as linked where linked.return_id = returns.return_id)
        and ($is_news or 'return:' || returns.return_id in (select again.proof_id from proof_again as again))
),

unexplained as (
    select
        'refund:' || refunds.provider || ':' || refunds.refund_id as proof_id, refunds.order_id, null as return_id, null as credit_note_number,
        case
            when not observed.document then 'not_observed'
            when refunds.created_on + cast($credit_note_due_days as integer) >= $as_of then 'pending'
            else 'missing'
        end as document,
        'present' as money, 'not_expected' as goods, cast(0 as decimal(18, 2)) as credited, refunds.rest as refunded, refunds.currency,
        refunds.created_on as opened_on, cast(null as date) as refund_due_on, cast(null as bigint) as days_late,
        cast(null as decimal(18, 2)) as increase_due, core.say($language, 'remboursement sans avoir', 'refund without credit note') as explanation
    from proof_refunds as refunds
    cross join proof_observed as observed
    where refunds.settled = 0 and refunds.state in ('open', 'part_matched')
        and ($is_news or 'refund:' || refunds.provider || ':' || refunds.refund_id in (select again.proof_id from proof_again as again))
)

select proof_id, order_id, return_id, credit_note_number, document, money, goods, credited, refunded, currency, opened_on, refund_due_on,
    cast(days_late as integer), increase_due, explanation
from documented
union all
select proof_id, order_id, return_id, credit_note_number, document, money, goods, credited, refunded, currency, opened_on, refund_due_on,
    cast(days_late as integer), increase_due, explanation
from undocumented
union all
select proof_id, order_id, return_id, credit_note_number, document, money, goods, credited, refunded, currency, opened_on, refund_due_on,
    cast(days_late as integer), increase_due, explanation
from unexplained;
