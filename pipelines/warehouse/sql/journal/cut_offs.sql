-- One row per account of each return received and not yet credited at the end of a month (4198).
insert into core.postings
with credited as (
    select proofs.return_id, min(notes.issued_on) as issued_on
    from core.returns_proof as proofs
    inner join core.credit_notes as notes on notes.credit_note_number = proofs.credit_note_number
    where proofs.return_id is not null and notes.state not in ('draft', 'cancelled')
    group by proofs.return_id
),

waiting as (
    select
        returns.return_id, returns.order_id, returns.received_on, coalesce(credited.issued_on, date '9999-12-31') as issued_on
    from core.returns as returns
    left join credited on credited.return_id = returns.return_id
    where returns.received_on is not null
),

month_ends as (
    select distinct last_day(cast(days.day as date)) as day
    from (select min(received_on) as first_on from waiting) as starts,
        generate_series(starts.first_on, cast($as_of + interval 1 month as date), interval 1 day) as days (day)
    where starts.first_on is not null and last_day(cast(days.day as date)) <= $as_of
),

lines as (
    select
        waiting.return_id, month_ends.day as booked_on, coalesce(parties.auxiliary, 'WEB') as auxiliary, rates.rate,
        sum((cast(sold.net * 100 as bigint) * cast(lines.quantity * 1000 as bigint) * 2 + cast(sold.quantity * 1000 as bigint))
            // (cast(sold.quantity * 1000 as bigint) * 2)) as net_cents,
        sum((cast(sold.vat * 100 as bigint) * cast(lines.quantity * 1000 as bigint) * 2 + cast(sold.quantity * 1000 as bigint))
            // (cast(sold.quantity * 1000 as bigint) * 2)) as vat_cents
    from waiting
    inner join month_ends on month_ends.day >= waiting.received_on and month_ends.day < waiting.issued_on
    inner join core.orders as orders on orders.order_id = waiting.order_id
    inner join core.exchange_rates as rates on rates.currency = orders.currency
    inner join core.return_lines as lines on lines.return_id = waiting.return_id
    inner join core.order_lines as sold
        on sold.order_id = waiting.order_id and sold.quantity > 0
        and (sold.line_id = lines.line_id or (lines.line_id is null and sold.sku = lines.sku))
    left join core.order_parties as parties on parties.order_id = waiting.order_id
    group by waiting.return_id, month_ends.day, coalesce(parties.auxiliary, 'WEB'), rates.rate
),

booked as (
    select
        return_id, booked_on, cast(round(cast(net_cents * 0.01 as decimal(18, 2)) * rate, 2) as decimal(18, 2)) as net,
        cast(round(cast(vat_cents * 0.01 as decimal(18, 2)) * rate, 2) as decimal(18, 2)) as vat
    from lines
),

parts as (
    select return_id, booked_on, $account_sales as account, net as amount from booked
    union all
    select return_id, booked_on, $account_vat_to_regularise, vat from booked
    union all
    select return_id, booked_on, $account_credit_notes_to_issue, -(net + vat) from booked
)

select
    'cut_off:' || strftime(booked_on, '%Y-%m') || ':' || return_id as entry_id, $other_journal as journal, booked_on, account,
    null as auxiliary, return_id as piece, booked_on as piece_on, 'Avoir à établir, retour ' || return_id as wording,
    cast(amount as decimal(18, 2)) as amount, null as currency, null as currency_amount, null as credit_note_number,
    null as provider, null as refund_id, null as item
from parts
