-- One row per credit note with which more is given back than was invoiced: on a line, at a rate, or in all.
insert into core.break_findings
with exceeded as (
    -- Only an order whose credit notes come to more than it did can have one that crosses it.
    select order_id from proof_odd_sales where is_exceeded
),
looked_at as (
    select credit_note_number, order_id, issued_at, gross, currency
    from core.credit_notes
    where state not in ('draft', 'cancelled') and (
            order_id in (select order_id from exceeded)
            or credit_note_number in (select credit_note_number from core.credit_note_lines)
        )
),
notes as (
    select looked_at.credit_note_number, looked_at.order_id, looked_at.issued_at, looked_at.gross, looked_at.currency, orders.gross as order_gross
    from looked_at
    inner join core.orders as orders on orders.order_id = looked_at.order_id and orders.currency = looked_at.currency
    where orders.gross > 0
),
lines as (
    select
        notes.credit_note_number, notes.issued_at, lines.line_number, lines.line_type, lines.sku, lines.vat_rate, lines.gross,
        coalesce(lines.origin_order_id, lines.order_id) as order_id, coalesce(lines.origin_line_id, lines.line_id) as line_id
    from core.credit_note_lines as lines
    inner join notes on notes.credit_note_number = lines.credit_note_number
),
invoiced as (
    select order_id, line_type, coalesce(sku, line_id) as item, line_id, vat_rate, gross from core.order_lines
),
items as (
    select order_id, line_type, item, min(vat_rate) as vat_rate, sum(gross) as gross from invoiced group by order_id, line_type, item
),
-- A line is known by its id, else by its article.
named as (
    select
        lines.*, coalesce(by_id.item, lines.sku) as item,
        coalesce(by_id.vat_rate, by_article.vat_rate, lines.vat_rate) as invoiced_rate
    from lines
    left join invoiced as by_id on by_id.order_id = lines.order_id and by_id.line_id = lines.line_id
    left join items as by_article
        on by_article.order_id = lines.order_id and by_article.line_type = lines.line_type and by_article.item = lines.sku
),
rates as (
    select order_id, vat_rate, sum(gross) as gross from invoiced group by order_id, vat_rate
),
credited as (
    select
        named.credit_note_number, items.gross as limit_gross, named.gross,
        sum(named.gross) over through_item as credited, count(*) over through_item as lines_credited
    from named
    inner join items on items.order_id = named.order_id and items.line_type = named.line_type and items.item = named.item
    window through_item as (
        partition by named.order_id, named.line_type, named.item
        order by named.issued_at, named.credit_note_number, named.line_number rows unbounded preceding
    )
    union all
    select
        named.credit_note_number, rates.gross, named.gross, sum(named.gross) over through_rate, count(*) over through_rate
    from named
    inner join rates on rates.order_id = named.order_id and rates.vat_rate = named.vat_rate
    where named.vat_rate = named.invoiced_rate
    window through_rate as (
        partition by named.order_id, named.vat_rate
        order by named.issued_at, named.credit_note_number, named.line_number rows unbounded preceding
    )
    union all
    select
        notes.credit_note_number, notes.order_gross, notes.gross, sum(notes.gross) over through_order, count(*) over through_order
    from notes
    inner join exceeded on exceeded.order_id = notes.order_id
    window through_order as (
        partition by notes.order_id order by notes.issued_at, notes.credit_note_number rows unbounded preceding
    )
),
excesses as (
    select credit_note_number, max(least(credited - limit_gross, gross)) as excess
    from credited
    where credited - limit_gross > 0.01 * lines_credited
    group by credit_note_number
)
select
    'credit_exceeds_invoice', notes.credit_note_number, null, null, notes.order_id, null, null,
    cast(excesses.excess as decimal(18, 2)), notes.currency,
    cast(round(cast(core_notes.vat * excesses.excess as decimal(30, 4)) / nullif(notes.gross, 0), 2) as decimal(18, 2)),
    core.say($language, 'au plus ', 'at most ') || core.in_words($language, cast(notes.gross - excesses.excess as decimal(18, 2)), notes.currency),
    core.say($language, 'avoir ', 'credit note ') || core.in_words($language, notes.gross, notes.currency),
    core_notes.issued_on
from excesses
inner join notes on notes.credit_note_number = excesses.credit_note_number
inner join core.credit_notes as core_notes on core_notes.credit_note_number = notes.credit_note_number
