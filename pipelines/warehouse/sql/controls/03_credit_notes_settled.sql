-- One row per month and currency: credit notes = matched + store credit + exchange + chargeback + written off + undone + open.
insert into out.controls
with matched as (
    select credit_note_number, sum(amount) as amount
    from core.allocations
    where status = 'confirmed'
    group by credit_note_number
),

declared as (
    select
        proofs.credit_note_number,
        sum(coalesce(returns.label_withheld, 0) + coalesce(returns.depreciation, 0) + coalesce(returns.fee_kept, 0)) as amount
    from core.returns_proof as proofs
    inner join core.returns as returns on returns.return_id = proofs.return_id
    where proofs.credit_note_number is not null
    group by proofs.credit_note_number
),

notes as (
    select
        months.month, notes.currency, notes.gross, coalesce(matched.amount, 0) as matched,
        notes.gross - coalesce(matched.amount, 0) as rest, notes.settlement, notes.state,
        coalesce(declared.amount, 0) + $tolerance as kept
    from core.credit_notes as notes
    inner join out.counted_notes as counted on counted.credit_note_number = notes.credit_note_number
    inner join out.months as months on counted.counted_on between months.first_on and months.until
    left join matched on matched.credit_note_number = notes.credit_note_number
    left join declared on declared.credit_note_number = notes.credit_note_number
    where notes.state <> 'draft'
),

buckets as (
    select
        month, currency, gross, matched,
        case when state = 'settled' and settlement = 'store_credit' then rest else 0 end as store_credit,
        case when state = 'settled' and settlement = 'exchange' then rest else 0 end as exchange,
        case when state = 'settled' and settlement in ('chargeback', 'none') then rest else 0 end as otherwise,
        case when state = 'settled' and settlement in ('refund', 'unknown') and abs(rest) <= kept then rest else 0 end as kept,
        case when state = 'written_off' then rest else 0 end as written_off,
        case when state = 'cancelled' then rest else 0 end as undone,
        case when state in ('issued', 'open', 'part_settled') then rest else 0 end as still_open
    from notes
),

totals as (
    select
        month, currency, sum(gross) as gross, sum(matched) as matched, sum(store_credit) as store_credit, sum(exchange) as exchange,
        sum(otherwise) as otherwise, sum(kept) as kept, sum(written_off) as written_off, sum(undone) as undone, sum(still_open) as still_open,
        sum(abs(gross - matched - store_credit - exchange - otherwise - kept - written_off - undone - still_open)) as difference
    from buckets
    group by month, currency
)

select
    months.month, 3,
    'Avoirs = réglés + bons d''achat + échanges + contestations + passés en perte + annulés + ouverts'
    || case when coalesce(totals.currency, $currency) <> $currency then ' (' || totals.currency || ')' else '' end,
    coalesce(totals.gross, 0),
    coalesce(totals.matched + totals.store_credit + totals.exchange + totals.otherwise + totals.kept + totals.written_off
        + totals.undone + totals.still_open, 0),
    coalesce(totals.difference, 0),
    case
        when not exists (select 1 from core.credit_notes) then 'not_observed'
        when coalesce(totals.difference, 0) = 0 then 'ties'
        else 'differs'
    end,
    coalesce(
        'remboursés ' || core.digits(totals.matched) || ', bons d''achat ' || core.digits(totals.store_credit) || ', échanges '
        || core.digits(totals.exchange) || ', contestations et sans règlement ' || core.digits(totals.otherwise)
        || ', retenues déclarées et centimes ' || core.digits(totals.kept) || ', passés en perte ' || core.digits(totals.written_off)
        || ', annulés ' || core.digits(totals.undone) || ', ouverts ' || core.digits(totals.still_open), '')
from out.months as months
left join totals on totals.month = months.month
