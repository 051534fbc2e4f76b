-- Two rows per credit note settled by a lost dispute: the disputed debt (416) takes the place of what was owed.
insert into core.postings
with settled as (
    select
        allocations.credit_note_number, allocations.provider, allocations.refund_id,
        greatest(allocations.issued_on, allocations.refunded_on) as booked_on,
        cast(round(allocations.amount * rates.rate, 2) as decimal(18, 2)) as booked,
        coalesce(parties.auxiliary, 'WEB') as auxiliary
    from core.allocations as allocations
    inner join core.refunds as disputes
        on disputes.provider = allocations.provider and disputes.refund_id = allocations.refund_id and disputes.type = 'dispute'
    inner join core.exchange_rates as rates on rates.currency = allocations.currency
    inner join core.credit_notes as notes on notes.credit_note_number = allocations.credit_note_number
    left join core.order_parties as parties on parties.order_id = notes.order_id
    left join core.refunds as refunds
        on refunds.provider = allocations.provider and refunds.refund_id = allocations.refund_id and refunds.type = 'refund'
    where allocations.status = 'confirmed' and refunds.refund_id is null
),

parts as (
    select
        credit_note_number, provider, refund_id, $account_customers as account, booked as amount,
        'note|' || credit_note_number as item
    from settled
    union all
    select
        credit_note_number, provider, refund_id, $account_doubtful_customers, -booked, 'dispute|' || provider || '|' || refund_id
    from settled
)

select
    'dispute:' || settled.provider || ':' || settled.refund_id || ':' || settled.credit_note_number as entry_id,
    $other_journal as journal, settled.booked_on, parts.account, settled.auxiliary, settled.credit_note_number as piece,
    settled.booked_on as piece_on, 'Avoir ' || settled.credit_note_number || ' soldé par le litige ' || settled.refund_id as wording,
    parts.amount, null as currency, null as currency_amount, settled.credit_note_number, settled.provider, settled.refund_id, parts.item
from settled
inner join parts
    on parts.provider = settled.provider and parts.refund_id = settled.refund_id
    and parts.credit_note_number = settled.credit_note_number
where settled.booked_on <= $as_of
