-- One row per month and currency: last month's open credit notes = settled since + still open.
insert into out.controls
with notes as (
    select
        notes.credit_note_number, notes.issued_on, notes.currency, notes.gross,
        case
            when notes.state in ('issued', 'open', 'part_settled') then false
            when notes.state = 'written_off' or notes.settlement in ('store_credit', 'exchange', 'chargeback', 'none') then true
            else true
        end as is_closed
    from core.credit_notes as notes
    where notes.state not in ('draft', 'cancelled')
),

paid as (
    select
        months.month, allocations.credit_note_number,
        coalesce(sum(allocations.amount) filter (where allocations.refunded_on <= months.previous_until), 0) as before_month,
        coalesce(sum(allocations.amount) filter (where allocations.refunded_on > months.previous_until
            and allocations.refunded_on <= months.until), 0) as in_month,
        coalesce(sum(allocations.amount) filter (where allocations.refunded_on > months.until), 0) as after_month
    from out.months as months
    inner join core.allocations as allocations on allocations.issued_on <= months.previous_until
    where allocations.status = 'confirmed'
    group by months.month, allocations.credit_note_number
),

items as (
    select
        months.month, notes.currency, notes.is_closed,
        notes.gross - coalesce(paid.before_month, 0) as opening, coalesce(paid.in_month, 0) as settled,
        case
            when notes.is_closed and notes.gross > coalesce(paid.before_month + paid.in_month + paid.after_month, 0)
                and coalesce(paid.after_month, 0) = 0
                then notes.gross - coalesce(paid.before_month, 0) - coalesce(paid.in_month, 0)
            else 0
        end as closed_otherwise,
        notes.gross - coalesce(paid.before_month + paid.in_month, 0) as closing
    from out.months as months
    inner join notes on notes.issued_on <= months.previous_until
    left join paid on paid.month = months.month and paid.credit_note_number = notes.credit_note_number
),

totals as (
    select
        month, currency, sum(opening) as opening, sum(settled) as settled, sum(closed_otherwise) as closed_otherwise,
        sum(closing - closed_otherwise) as still_open
    from items
    where opening <> 0
    group by month, currency
)

select
    months.month, 7,
    'Avoirs ouverts du mois précédent = réglés depuis + encore ouverts'
    || case when coalesce(totals.currency, $currency) <> $currency then ' (' || totals.currency || ')' else '' end,
    coalesce(totals.opening, 0), coalesce(totals.settled + totals.closed_otherwise + totals.still_open, 0),
    abs(coalesce(totals.opening - totals.settled - totals.closed_otherwise - totals.still_open, 0)),
    case
        when not exists (select 1 from core.credit_notes) then 'not_observed'
        when coalesce(totals.opening - totals.settled - totals.closed_otherwise - totals.still_open, 0) = 0 then 'ties'
        else 'differs'
    end,
    coalesce(
        'réglés depuis ' || totals.settled || ', soldés autrement ' || totals.closed_otherwise || ', encore ouverts '
        || totals.still_open, '')
from out.months as months
left join totals on totals.month = months.month
