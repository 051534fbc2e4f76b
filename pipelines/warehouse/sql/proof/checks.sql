-- One row per rule of the law a return does not keep: R01 to R12 (law.md §2.4), and AGEC, goods destroyed (law.md §2.5); those our sources let us see.
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

bought as (
    select lines.order_id, lines.sku, lines.line_type, min(lines.title) as title, sum(lines.quantity) as quantity, sum(lines.gross) as gross
    from core.order_lines as lines
    where lines.line_type in ('product', 'shipping') and exists (select 1 from returns where returns.order_id = lines.order_id)
    group by lines.order_id, lines.sku, lines.line_type
),

given_up as (
    select bought.order_id
    from bought
    left join proof_goods as goods on goods.order_id = bought.order_id and goods.sku = bought.sku
    where bought.line_type = 'product'
    group by bought.order_id
    having bool_and(coalesce(goods.received >= bought.quantity and goods.credited >= bought.quantity, false))
),

carried as (
    select order_id, sum(gross) as gross
    from bought
    where line_type = 'shipping'
    group by order_id
),

carriage_credited as (
    select
        notes.order_id, max(notes.issued_on) as issued_on, max(notes.credit_note_number) as credit_note_number,
        sum(case when lines.line_type = 'shipping' then lines.gross else 0 end) as gross
    from core.credit_notes as notes
    inner join core.credit_note_lines as lines on lines.credit_note_number = notes.credit_note_number
    inner join carried on carried.order_id = notes.order_id
    where notes.state not in ('draft', 'cancelled')
    group by notes.order_id
),

withdrawn as (
    select order_id, min(return_id) as return_id
    from returns
    group by order_id
    having bool_and(legal_basis = 'withdrawal')
),

excluded as (
    select lines.return_id, min(bought.title) as title
    from core.return_lines as lines
    inner join bought on bought.order_id = lines.order_id and bought.sku = lines.sku
    inner join (select unnest(cast($not_returnable as varchar[])) as words) as kept
        on contains(lower(bought.title), lower(kept.words)) or lower(bought.sku) = lower(kept.words)
    group by lines.return_id
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
        'R03', returns.return_id, running.credit_note_number, notes.order_id, 'error',
        core.say($language, 'pas encore remboursé, jours de retard : ', 'not refunded yet, days late: ') || running.days_late, running.increase,
        running.due_on + 1
    from proof_running_increases as running
    inner join core.credit_notes as notes on notes.credit_note_number = running.credit_note_number
    left join returns on returns.credit_note_number = running.credit_note_number
    where running.legal_basis <> 'b2b'
    union all
    select
        'R04', withdrawn.return_id, carriage_credited.credit_note_number, withdrawn.order_id, 'warning',
        core.say($language, 'commande rendue en entier, livraison non remboursée', 'the whole order given up, its delivery not refunded'),
        cast(carried.gross - carriage_credited.gross as decimal(18, 2)), carriage_credited.issued_on
    from withdrawn
    inner join given_up on given_up.order_id = withdrawn.order_id
    inner join carried on carried.order_id = withdrawn.order_id
    inner join carriage_credited on carriage_credited.order_id = withdrawn.order_id
    where carried.gross > carriage_credited.gross
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
        'R08', returns.return_id, returns.credit_note_number, returns.order_id, 'info',
        core.say($language, 'article exclu de la rétractation : ', 'an article no one may withdraw from: ') || excluded.title, null, returns.notified_on
    from returns
    inner join excluded on excluded.return_id = returns.return_id
    where returns.legal_basis = 'withdrawal'
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
        and (status = 'open' or status = 'decided' and kind in ('refund_means_differs', 'vat_differs', 'credit_exceeds_invoice', 'refund_exceeds_capture'))
    union all
    select
        'AGEC', apart.return_id, returns.credit_note_number, returns.order_id, 'warning',
        core.say($language, 'neuf et détruit sans justification (C. env. L541-15-8) : ', 'new and destroyed without a reason on record (C. env. L541-15-8): ')
            || units(apart.quantity) || ' × ' || apart.sku,
        apart."value", apart.received_on
    from core.stock_apart as apart
    inner join returns on returns.return_id = apart.return_id
    left join (
        select distinct order_id from core.decisions where not revoked and coalesce(comment, reason) is not null
    ) as justified on justified.order_id = returns.order_id
    where apart.disposition = 'destroy' and coalesce(apart.condition, 'unknown') not in ('used', 'damaged') and justified.order_id is null
)

select
    rule || ':' || md5(concat_ws('|', coalesce(return_id, ''), coalesce(credit_note_number, ''), coalesce(order_id, ''), finding)), rule, return_id,
    credit_note_number, order_id, severity, finding, amount, checked_on
from findings
where checked_on <= $as_of;
