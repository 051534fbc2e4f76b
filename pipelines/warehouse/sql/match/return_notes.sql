-- One row per return and credit note that answer for each other: alone in their order, or by article and cumulated quantity.
delete from core.return_notes;

insert into core.return_notes
with notes as (
    select credit_note_number, order_id, issued_on
    from core.credit_notes
    where state not in ('draft', 'cancelled') and nature not in ('price_reduction', 'goodwill')
),

sole_notes as (
    select order_id, max(credit_note_number) as credit_note_number
    from notes
    group by order_id
    having count(*) = 1
),

sole_returns as (
    select order_id, max(return_id) as return_id
    from core.returns
    group by order_id
    having count(*) = 1
),

sole as (
    select sole_returns.return_id, sole_notes.credit_note_number, sole_notes.order_id
    from sole_returns
    inner join sole_notes on sole_notes.order_id = sole_returns.order_id
),

returned as (
    select
        lines.order_id, lines.sku, lines.return_id, lines.quantity,
        sum(lines.quantity) over (
            partition by lines.order_id, lines.sku order by returns.notified_at, lines.return_id, lines.line_number
            rows unbounded preceding
        ) as upto
    from core.return_lines as lines
    inner join core.returns as returns on returns.return_id = lines.return_id
    left join sole on sole.order_id = lines.order_id
    where sole.order_id is null and lines.quantity > 0
),

credited as (
    select
        notes.order_id, lines.sku, lines.credit_note_number, lines.quantity,
        sum(lines.quantity) over (
            partition by notes.order_id, lines.sku order by notes.issued_on, lines.credit_note_number, lines.line_number
            rows unbounded preceding
        ) as upto
    from core.credit_note_lines as lines
    inner join notes on notes.credit_note_number = lines.credit_note_number
    left join sole on sole.order_id = notes.order_id
    where sole.order_id is null and lines.quantity > 0 and lines.line_type = 'product' and lines.sku is not null
)

select return_id, credit_note_number
from sole
union
select returned.return_id, credited.credit_note_number
from returned
inner join credited on credited.order_id = returned.order_id and credited.sku = returned.sku
    and returned.upto - returned.quantity < credited.upto and credited.upto - credited.quantity < returned.upto;
