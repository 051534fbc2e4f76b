-- One row per rule of the law a return does not keep (law.md §2.4): R01 to R12, those our sources let us see.
delete from core.checks;

insert into core.checks
with returns as (
    select
        returns.return_id, returns.order_id, returns.notified_on, returns.sent_on, returns.carriage_paid_by, returns.label_withheld,
        returns.depreciation, returns.fee_kept, orders.delivered_on, clocks.legal_basis, links.credit_note_number, clocks.due_on
    from core.returns as returns
    left join core.orders as orders on orders.order_id = returns.order_id
    left join (
        select return_id, min(credit_note_number) as credit_note_number from core.return_notes group by return_id
    ) as links on links.return_id = returns.return_id
    left join core.refund_clocks as clocks on clocks.credit_note_number = links.credit_note_number
),

conditions as (
    select return_id, bool_or(condition in ('opened', 'used', 'damaged')) as is_worn
    from core.return_lines
    group by return_id
),

findings as (
    select
        'R01' as rule, return_id, credit_note_number, order_id, 'info' as severity,
        core.say($language, 'rétractation annoncée après le délai', 'withdrawal announced after its time') as finding,
        cast(null as decimal(18, 2)) as amount, notified_on as checked_on
    from returns
    where legal_basis = 'withdrawal' and notified_on > delivered_on + cast($withdrawal_days + 4 as integer)
    union all
    select
        'R02', return_id, credit_note_number, order_id, 'info',
        core.say($language, 'article renvoyé après le délai', 'goods sent back after their time'), null, sent_on
    from returns
    where legal_basis = 'withdrawal' and sent_on > notified_on + cast($sending_days as integer)
    union all
    select
        'R03', returns.return_id, late.credit_note_number, notes.order_id, 'error',
        core.say($language, 'remboursé en retard, jours : ', 'refunded late, days: ') || late.days_late, late.increase, late.refunded_on
    from core.late_refunds as late
    inner join core.credit_notes as notes on notes.credit_note_number = late.credit_note_number
    left join returns on returns.credit_note_number = late.credit_note_number
    where late.legal_basis <> 'b2b'
    union all
    select
        'R05', return_id, credit_note_number, order_id, 'error',
        core.say($language, 'frais retenus sur une rétractation', 'a fee kept on a withdrawal'), fee_kept, notified_on
    from returns
    where legal_basis = 'withdrawal' and fee_kept > 0
    union all
    select
        'R05', returns.return_id, returns.credit_note_number, returns.order_id, 'warning',
        core.say($language, 'dépréciation retenue sans état constaté', 'depreciation kept without an observed condition'), returns.depreciation, returns.notified_on
    from returns
    left join conditions on conditions.return_id = returns.return_id
    where returns.depreciation > 0 and not coalesce(conditions.is_worn, false)
    union all
    select
        'R06', return_id, credit_note_number, order_id, 'error',
        core.say($language, 'étiquette retenue alors que le retour est à la charge du vendeur', 'label withheld although the seller pays the return'),
        label_withheld, notified_on
    from returns
    where label_withheld > 0 and (legal_basis in ('conformity', 'non_delivery') or carriage_paid_by = 'merchant')
    union all
    select
        case
            when kind = 'refund_means_differs' then 'R07'
            when kind = 'vat_differs' then 'R11'
            when kind = 'credit_exceeds_invoice' then 'R12'
            else 'R10'
        end,
        null, credit_note_number, order_id, 'error', expected || ' ; ' || found, amount, opened_on
    from core.breaks
    where kind in (
            'refund_means_differs', 'vat_differs', 'credit_exceeds_invoice', 'refund_without_credit_note', 'credit_note_without_refund',
            'refund_over', 'refund_under', 'refund_exceeds_capture'
        )
)

select
    rule || ':' || md5(concat_ws('|', coalesce(return_id, ''), coalesce(credit_note_number, ''), coalesce(order_id, ''), finding)), rule, return_id,
    credit_note_number, order_id, severity, finding, amount, checked_on
from findings
where checked_on <= $as_of;
