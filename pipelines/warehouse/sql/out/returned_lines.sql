-- One row per article line of a credit note that expects goods back: what was sold, why it came back, what was truly refunded.
create or replace table out.returned_lines as
with paid as (
    select credit_note_number, sum(amount) as amount
    from core.allocations
    where status = 'confirmed'
    group by credit_note_number
),
phrases as (
    select told.reason_code, told_words(told.phrase) as phrase
    from (select unnest(cast($phrases as struct(reason_code varchar, phrase varchar)[]), recursive := true)) as told
),
told_reasons as (
    select
        lines.return_id, lines.line_number,
        max_by(phrases.reason_code, (length(phrases.phrase), phrases.reason_code)) as reason_code
    from core.return_lines as lines
    join phrases on contains(told_words(lines.reason_text), phrases.phrase)
    where coalesce(lines.reason_code, '') = ''
    group by lines.return_id, lines.line_number
),
sent_back as (
    select
        lines.order_id, lines.sku, min(coalesce(nullif(lines.reason_code, ''), told_reasons.reason_code)) as reason_code, min(lines.disposition) as disposition,
        min(lines.return_id) as return_id, min(returns.notified_on) as notified_on, max(returns.received_on) as received_on
    from core.return_lines as lines
    join core.returns as returns using (return_id)
    left join told_reasons on told_reasons.return_id = lines.return_id and told_reasons.line_number = lines.line_number
    group by lines.order_id, lines.sku
)
select
    notes.credit_note_number, lines.line_number, notes.order_id, orders.ordered_on, orders.customer_id, notes.issued_on,
    lines.sku, lines.title, lines.quantity, lines.net, lines.vat, lines.gross, notes.currency,
    coalesce(nullif(lines.reason_code, ''), nullif(notes.reason_code, ''), sent_back.reason_code, 'other') as reason_code,
    sent_back.disposition, sent_back.return_id, sent_back.notified_on, sent_back.received_on,
    case
        when notes.gross = 0 then cast(0 as decimal(18, 2))
        else cast(round(cast(lines.gross as decimal(28, 6)) * coalesce(paid.amount, 0) / notes.gross, 2) as decimal(18, 2))
    end as refunded
from core.credit_notes as notes
join core.credit_note_lines as lines using (credit_note_number)
left join core.orders as orders on orders.order_id = notes.order_id
left join paid on paid.credit_note_number = notes.credit_note_number
left join sent_back on sent_back.order_id = notes.order_id and sent_back.sku = lines.sku
where notes.nature = 'return' and lines.line_type = 'product'
