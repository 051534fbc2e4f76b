-- One row per credit note with a return: the ground on which its money is owed, and the day it is due (law.md §2.2-2.3).
delete from core.refund_clocks;

insert into core.refund_clocks
with first_reasons as (
    select return_id, min_by(reason_code, line_number) as reason_code
    from core.return_lines
    where reason_code is not null
    group by return_id
),

grounds as (
    select
        returns.return_id, returns.notified_on, returns.received_on, least(returns.received_on, returns.sent_on) as back_on,
        case
            when coalesce(orders.customer_siren, orders.customer_vat_id) is not null then 'b2b'
            when returns.legal_basis is not null then returns.legal_basis
            when coalesce(reasons.legal_basis, 'withdrawal') = 'withdrawal'
                and returns.notified_on > orders.delivered_on + cast($withdrawal_days + 4 as integer) then 'commercial'
            else coalesce(reasons.legal_basis, 'withdrawal')
        end as legal_basis
    from core.returns as returns
    left join core.orders as orders on orders.order_id = returns.order_id
    left join first_reasons on first_reasons.return_id = returns.return_id
    left join core.reasons as reasons on reasons.reason_code = first_reasons.reason_code
),

dues as (
    select
        return_id, notified_on, legal_basis,
        case legal_basis
            when 'withdrawal' then
                case
                    when not $seller_defers then notified_on + cast($refund_days as integer)
                    when back_on is not null then greatest(notified_on + cast($refund_days as integer), back_on)
                end
            when 'conformity' then back_on + cast($refund_days as integer)
            when 'non_delivery' then notified_on + cast($refund_days as integer)
            when 'commercial' then coalesce(received_on, notified_on) + cast($commercial_refund_days as integer)
        end as due_on
    from grounds
)

select
    links.credit_note_number, min_by(dues.legal_basis, dues.return_id) as legal_basis, min(dues.notified_on) as notified_on,
    case when count(*) = count(dues.due_on) then max(dues.due_on) end as due_on
from core.return_notes as links
inner join dues on dues.return_id = links.return_id
group by links.credit_note_number;
