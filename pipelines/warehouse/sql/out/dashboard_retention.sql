-- One row per way a first return was handled: customers old enough to judge, and those who bought again within 90 days.
with first_return as (
    select customer_id, min(issued_on) as returned_on, min(credit_note_number) as credit_note_number
    from out.returned_lines
    where customer_id is not null and customer_id <> ''
    group by customer_id
),
paid as (
    select credit_note_number, max(refunded_on) as refunded_on
    from core.allocations
    where status = 'confirmed'
    group by credit_note_number
),
handled as (
    select
        first_return.customer_id, first_return.returned_on,
        case
            when notes.settlement = 'store_credit' then 'store_credit'
            when notes.settlement = 'exchange' then 'exchange'
            when paid.refunded_on is null then 'not_refunded'
            when paid.refunded_on <= first_return.returned_on + 7 then 'within_7_days'
            else 'after_7_days'
        end as handling
    from first_return
    join core.credit_notes as notes using (credit_note_number)
    left join paid using (credit_note_number)
    where first_return.returned_on <= $until - 90
),
again as (
    select distinct handled.customer_id
    from handled
    join core.orders as orders on orders.customer_id = handled.customer_id
    where orders.ordered_on > handled.returned_on and orders.ordered_on <= handled.returned_on + 90
)
select handled.handling, count(*)::integer, count(again.customer_id)::integer
from handled
left join again on again.customer_id = handled.customer_id
group by handled.handling
order by handled.handling
