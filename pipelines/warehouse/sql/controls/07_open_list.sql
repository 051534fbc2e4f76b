-- One row per month and currency: last month's open credit notes = settled since + still open.
insert into out.controls
with notes as (
    select
        notes.credit_note_number, notes.currency, notes.gross, counted.counted_on,
        notes.state not in ('issued', 'open', 'part_settled') as is_closed
    from core.credit_notes as notes
    inner join out.counted_notes as counted on counted.credit_note_number = notes.credit_note_number
    where notes.state <> 'draft'
),

paid as (
    select
        notes.credit_note_number, notes.currency, notes.counted_on, greatest(allocations.refunded_on, notes.counted_on) as day,
        allocations.amount
    from core.allocations as allocations
    inner join notes on notes.credit_note_number = allocations.credit_note_number
    where allocations.status = 'confirmed'
),

closings as (
    select
        notes.credit_note_number, notes.currency, notes.counted_on,
        greatest(coalesce(max(paid.day), notes.counted_on), coalesce(max(counters.issued_on), notes.counted_on)) as day, notes.gross - coalesce(sum(paid.amount), 0) as amount
    from notes
    left join paid on paid.credit_note_number = notes.credit_note_number
    left join core.counter_documents as counters on counters.credit_note_number = notes.credit_note_number
    where notes.is_closed
    group by notes.credit_note_number, notes.currency, notes.counted_on, notes.gross
),

movements as (
    select currency, counted_on, counted_on as day, gross as amount, 'issued' as kind from notes
    union all
    select currency, counted_on, day, -amount, 'settled' from paid
    union all
    select currency, counted_on, day, -amount, 'closed' from closings where amount <> 0
),

monthly as (
    select
        currency, strftime(counted_on, '%Y-%m') as noted_in, strftime(day, '%Y-%m') as month, kind, sum(amount) as amount
    from movements
    group by currency, noted_in, month, kind
),

totals as (
    select
        months.month, monthly.currency,
        coalesce(sum(monthly.amount) filter (where monthly.month < months.month), 0) as opening,
        coalesce(-sum(monthly.amount) filter (where monthly.month = months.month and monthly.kind = 'settled'), 0) as settled,
        coalesce(-sum(monthly.amount) filter (where monthly.month = months.month and monthly.kind = 'closed'), 0) as closed_otherwise,
        sum(monthly.amount) as closing
    from out.months as months
    inner join monthly on monthly.noted_in < months.month and monthly.month <= months.month
    group by months.month, monthly.currency
),

matched as (
    select credit_note_number, sum(amount) as amount from paid group by credit_note_number
),

open_today as (
    select notes.currency, sum(notes.gross - coalesce(matched.amount, 0)) as amount
    from notes
    left join matched on matched.credit_note_number = notes.credit_note_number
    where not notes.is_closed and strftime(notes.counted_on, '%Y-%m') < (select max(month) from out.months)
    group by notes.currency
),

lists as (
    select
        totals.month, totals.currency, totals.opening, totals.settled, totals.closed_otherwise,
        case
            when totals.month = (select max(month) from out.months) then coalesce(open_today.amount, 0)
            else totals.closing
        end as still_open
    from totals
    left join open_today on open_today.currency = totals.currency
)

select
    months.month, 7,
    'Avoirs ouverts du mois précédent = réglés depuis + encore ouverts'
    || case when coalesce(lists.currency, $currency) <> $currency then ' (' || lists.currency || ')' else '' end,
    coalesce(lists.opening, 0), coalesce(lists.settled + lists.closed_otherwise + lists.still_open, 0),
    abs(coalesce(lists.opening - lists.settled - lists.closed_otherwise - lists.still_open, 0)),
    case
        when not exists (select 1 from core.credit_notes) then 'not_observed'
        when coalesce(lists.opening - lists.settled - lists.closed_otherwise - lists.still_open, 0) = 0 then 'ties'
        else 'differs'
    end,
    coalesce(
        'réglés depuis ' || core.digits(lists.settled) || ', soldés autrement ' || core.digits(lists.closed_otherwise)
        || ', encore ouverts ' || core.digits(lists.still_open), '')
from out.months as months
left join lists on lists.month = months.month
