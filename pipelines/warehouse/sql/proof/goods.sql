-- One row per order and article: how many came back, were announced, were credited.
create or replace temporary table proof_goods as
with returned as (
    select
        lines.order_id, lines.sku, sum(lines.quantity) as announced,
        sum(case when coalesce(lines.received_on, returns.received_on) is not null and coalesce(lines.disposition, 'restock') <> 'not_returned' then lines.quantity else 0 end)
            as received,
        max(coalesce(lines.received_on, returns.received_on)) as received_on, max(returns.notified_on) as notified_on,
        max(lines.return_id) as return_id
    from core.return_lines as lines
    inner join core.returns as returns on returns.return_id = lines.return_id
    group by lines.order_id, lines.sku
),

credited as (
    select
        notes.order_id, lines.sku, sum(lines.quantity) as credited,
        sum(case when notes.nature = 'return' then lines.quantity else 0 end) as credited_as_return,
        max(notes.issued_on) as issued_on
    from core.credit_note_lines as lines
    inner join core.credit_notes as notes on notes.credit_note_number = lines.credit_note_number
    where notes.state not in ('draft', 'cancelled') and lines.line_type = 'product' and lines.sku is not null
        and notes.nature not in ('price_reduction', 'goodwill')
    group by notes.order_id, lines.sku
)

select
    coalesce(returned.order_id, credited.order_id) as order_id, coalesce(returned.sku, credited.sku) as sku,
    coalesce(returned.announced, 0) as announced, coalesce(returned.received, 0) as received, returned.received_on, returned.notified_on,
    returned.return_id, coalesce(credited.credited, 0) as credited, coalesce(credited.credited_as_return, 0) as credited_as_return,
    credited.issued_on
from returned
full outer join credited on credited.order_id = returned.order_id and credited.sku = returned.sku;
