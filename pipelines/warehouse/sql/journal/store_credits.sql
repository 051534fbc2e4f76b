-- Two rows per credit note settled by a store credit: what was owed becomes a credit to spend (4197).
insert into core.postings
with paid as (
    select credit_note_number, sum(amount) as amount
    from core.allocations
    where status = 'confirmed'
    group by credit_note_number
),

notes as (
    select
        notes.credit_note_number, notes.issued_on, notes.currency, notes.gross - coalesce(paid.amount, 0) as rest,
        round((notes.gross - coalesce(paid.amount, 0)) * rates.rate, 2) as booked, coalesce(parties.auxiliary, 'WEB') as auxiliary
    from core.credit_notes as notes
    inner join core.exchange_rates as rates on rates.currency = notes.currency
    left join core.order_parties as parties on parties.order_id = notes.order_id
    left join paid on paid.credit_note_number = notes.credit_note_number
    where notes.settlement = 'store_credit' and notes.state not in ('draft', 'cancelled') and notes.issued_on <= $as_of
),

parts as (
    select credit_note_number, $account_customers as account, auxiliary, booked as amount, true as is_customers from notes
    union all
    select credit_note_number, $account_store_credits, null, -booked, false from notes
)

select
    'store_credit:' || notes.credit_note_number as entry_id, $other_journal as journal, notes.issued_on as booked_on, parts.account,
    parts.auxiliary, notes.credit_note_number as piece, notes.issued_on as piece_on,
    'Bon d''achat sur avoir ' || notes.credit_note_number as wording, cast(parts.amount as decimal(18, 2)) as amount,
    case when notes.currency <> $currency then notes.currency end as currency,
    case when notes.currency <> $currency then abs(notes.rest) end as currency_amount, notes.credit_note_number,
    null as provider, null as refund_id, case when parts.is_customers then 'note|' || notes.credit_note_number end as item
from notes
inner join parts on parts.credit_note_number = notes.credit_note_number
