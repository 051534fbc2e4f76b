-- Two rows per returned article kept apart at the end of the financial year it came back in: what it lost of its cost (397), given
-- back at the end of the next one, when a new inventory judges it; the cost itself where stock is posted as it moves.
insert into core.postings
with ends as (
    select distinct last_day(cast(days.day as date)) as day
    from (select min(received_on) as first_on from core.stock_apart) as starts,
        generate_series(starts.first_on, cast($as_of + interval 1 month as date), interval 1 day) as days (day)
    where starts.first_on is not null and last_day(cast(days.day as date)) <= $as_of
        and strftime(last_day(cast(days.day as date)), '%m') = left($year_end, 2)
),

apart as (
    select
        stock.return_id, stock.line_number, stock.sku, stock."value", stock.write_down,
        (select min(ends.day) from ends where ends.day >= stock.received_on) as written_on
    from core.stock_apart as stock
    inner join core.return_lines as lines on lines.return_id = stock.return_id and lines.line_number = stock.line_number
    where stock.disposition in ('refurbish', 'quarantine') and stock.write_down > 0
        and not ($claims_are_posted and lines.reason_code = 'defective')
),

inventories as (
    select return_id, line_number, sku, "value", write_down, written_on as booked_on, 'dotation' as what from apart
    where written_on is not null
    union all
    select
        apart.return_id, apart.line_number, apart.sku, -apart."value", -apart.write_down,
        (select min(ends.day) from ends where ends.day > apart.written_on), 'reprise'
    from apart
    where exists (select 1 from ends where ends.day > apart.written_on)
),

parts as (
    select
        return_id, line_number, sku, what, case what when 'dotation' then $account_write_down_charge else $account_write_down_release end as account,
        write_down as amount
    from inventories
    union all
    select return_id, line_number, sku, what, $account_stock_write_down, -write_down from inventories
    union all
    select return_id, line_number, sku, what, $account_stock, "value" from inventories where $stock_is_posted
    union all
    select return_id, line_number, sku, what, $account_stock_change, -"value" from inventories where $stock_is_posted
)

select
    'write_down:' || inventories.what || ':' || inventories.return_id || ':' || inventories.line_number || ':' || inventories.sku as entry_id,
    $other_journal as journal, inventories.booked_on, parts.account, null as auxiliary, inventories.return_id as piece,
    inventories.booked_on as piece_on,
    case inventories.what when 'dotation' then 'Dépréciation ' else 'Reprise de dépréciation ' end || inventories.sku as wording,
    cast(parts.amount as decimal(18, 2)) as amount, null as currency, null as currency_amount, null as credit_note_number,
    null as provider, null as refund_id, null as item
from inventories
inner join parts
    on parts.return_id = inventories.return_id and parts.line_number = inventories.line_number and parts.sku = inventories.sku and parts.what = inventories.what
