-- One row per part of a difference that cents or a declared component explain: positive when the shop kept it, negative when it paid it on top.
delete from core.residuals;

insert into core.residuals
with answers as (
    select return_id, min(credit_note_number) as credit_note_number
    from core.return_notes
    group by return_id
),

declared as (
    select
        answers.credit_note_number, sum(coalesce(returns.label_withheld, 0)) as label_withheld, sum(coalesce(returns.depreciation, 0)) as depreciation,
        sum(coalesce(returns.fee_kept, 0)) as fee_kept, sum(coalesce(returns.carriage_repaid, 0)) as carriage_repaid
    from core.returns as returns
    inner join answers on answers.return_id = returns.return_id
    where coalesce(returns.label_withheld, returns.depreciation, returns.fee_kept, returns.carriage_repaid) is not null
    group by answers.credit_note_number
),

short_notes as (
    select notes.note, notes.credit_note_number, notes.currency, notes.gross - settled.amount as gap
    from match_notes as notes
    inner join match_settled_notes as settled on settled.note = notes.note
    where notes.gross > settled.amount and notes.role = 'money'
),

last_refunds as (
    select allocations.credit_note_number, max_by(allocations.provider, (allocations.refunded_on, allocations.refund_id)) as provider,
        max_by(allocations.refund_id, (allocations.refunded_on, allocations.refund_id)) as refund_id, max(allocations.refunded_on) as settled_on
    from match_parts as allocations
    inner join short_notes on short_notes.note = allocations.note
    where allocations.status = 'confirmed'
    group by allocations.credit_note_number
),

under as (
    select
        notes.credit_note_number, settled.provider, settled.refund_id, settled.settled_on, notes.currency, notes.gap,
        coalesce(declared.label_withheld, 0) as label_withheld, coalesce(declared.depreciation, 0) as depreciation,
        coalesce(declared.fee_kept, 0) as fee_kept, coalesce(declared.carriage_repaid, 0) as carriage_repaid
    from short_notes as notes
    inner join last_refunds as settled on settled.credit_note_number = notes.credit_note_number
    left join declared on declared.credit_note_number = notes.credit_note_number
),

large_refunds as (
    select refunds.movement, refunds.provider, refunds.refund_id, refunds.created_on, refunds.currency, refunds.amount - settled.amount as gap
    from match_refunds as refunds
    inner join match_settled_refunds as settled on settled.movement = refunds.movement
    where refunds.amount > settled.amount and refunds.life = 'live'
),

last_notes as (
    select
        allocations.provider, allocations.refund_id,
        max_by(allocations.credit_note_number, (allocations.issued_on, allocations.credit_note_number)) as credit_note_number
    from match_parts as allocations
    inner join large_refunds on large_refunds.movement = allocations.movement
    where allocations.status = 'confirmed'
    group by allocations.provider, allocations.refund_id
),

increases as (
    select provider, refund_id, sum(increase) as increase
    from core.late_refunds
    group by provider, refund_id
),

over as (
    select
        settled.credit_note_number, refunds.provider, refunds.refund_id, refunds.created_on as settled_on, refunds.currency,
        refunds.gap, coalesce(declared.carriage_repaid, 0) as carriage_repaid,
        refunds.gap - least(refunds.gap, coalesce(declared.carriage_repaid, 0)) as extra,
        coalesce(increases.increase, 0) as increase
    from large_refunds as refunds
    inner join last_notes as settled on settled.provider = refunds.provider and settled.refund_id = refunds.refund_id
    left join declared on declared.credit_note_number = settled.credit_note_number
    left join increases on increases.provider = refunds.provider and increases.refund_id = refunds.refund_id
),

parts as (
    select credit_note_number, provider, refund_id, 'label_withheld' as component, least(gap, label_withheld) as amount, currency, settled_on
    from under
    where gap > $tolerance
    union all
    select credit_note_number, provider, refund_id, 'depreciation', greatest(0, least(gap - label_withheld, depreciation)), currency, settled_on
    from under
    where gap > $tolerance
    union all
    select credit_note_number, provider, refund_id, 'fee_kept', greatest(0, least(gap - label_withheld - depreciation, fee_kept)), currency, settled_on
    from under
    where gap > $tolerance
    union all
    select credit_note_number, provider, refund_id, 'carriage_repaid',
        -case when gap < label_withheld + depreciation + fee_kept then 0 else least(carriage_repaid, 0) end, currency, settled_on
    from under
    where gap > $tolerance
    union all
    select credit_note_number, provider, refund_id, 'carriage_repaid', -least(gap, carriage_repaid), currency, settled_on
    from over
    where gap > $tolerance
    union all
    select credit_note_number, provider, refund_id, 'late_increase', -case when extra < increase - $tolerance then extra else increase end, currency, settled_on
    from over
    where increase > 0 and gap > $tolerance and (extra > $tolerance or extra >= increase - $tolerance)
),

explained as (
    select credit_note_number, provider, refund_id, component, cast(amount as decimal(18, 2)) as amount, currency, settled_on
    from parts
    where amount <> 0
),

known as (
    select credit_note_number, provider, refund_id, sum(amount) as amount
    from explained
    group by credit_note_number, provider, refund_id
),

cents as (
    select under.credit_note_number, under.provider, under.refund_id, under.gap - coalesce(known.amount, 0) as amount, under.currency, under.settled_on
    from under
    left join known on known.credit_note_number = under.credit_note_number and known.provider = under.provider and known.refund_id = under.refund_id
    union all
    select over.credit_note_number, over.provider, over.refund_id, -over.gap - coalesce(known.amount, 0), over.currency, over.settled_on
    from over
    left join known on known.credit_note_number = over.credit_note_number and known.provider = over.provider and known.refund_id = over.refund_id
)

select credit_note_number, provider, refund_id, component, amount, currency, settled_on
from explained
union all
select credit_note_number, provider, refund_id, 'rounding', cast(amount as decimal(18, 2)), currency, settled_on
from cents
where amount <> 0 and abs(amount) <= $tolerance;
