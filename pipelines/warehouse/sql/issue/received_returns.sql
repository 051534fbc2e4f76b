-- One row per article of a return received, accepted, and answered by no credit note, on its order's line.
with answered as (
    select return_id from core.return_notes
    union
    select return_id from core.returns_proof where credit_note_number is not null and return_id is not null
),
lines as (
    select
        order_id, line_id, line_type, sku,
        row_number() over (partition by order_id, sku order by line_id) as place
    from core.order_lines
    where line_type = 'product'
)
select
    returns.order_id, returns.return_id, coalesce(returned.received_on, returns.received_on) as received_on,
    coalesce(returned.reason_code, ''), coalesce(by_id.line_id, by_sku.line_id) as line_id, returned.quantity,
    cast(
        coalesce(returns.label_withheld, 0) + coalesce(returns.depreciation, 0) + coalesce(returns.fee_kept, 0)
        - coalesce(returns.carriage_repaid, 0) as decimal(18, 2)
    ) as kept
from core.return_lines as returned
inner join core.returns as returns on returns.return_id = returned.return_id
left join lines as by_id on by_id.order_id = returns.order_id and by_id.line_id = returned.line_id
left join lines as by_sku on by_sku.order_id = returns.order_id and by_sku.sku = returned.sku and by_sku.place = 1
where
    coalesce(returned.received_on, returns.received_on) <= $as_of
    and coalesce(returned.disposition, '') not in ('wrong_item', 'not_returned', 'lost_in_transit')
    and coalesce(by_id.line_id, by_sku.line_id) is not null
    and returns.return_id not in (select return_id from answered)
order by returns.order_id, received_on, returns.return_id, returned.line_number
