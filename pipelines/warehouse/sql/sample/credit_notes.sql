-- One row per line of a credit note, numbered in the order they were typed; then one row per credit note.
create table sample.note_drafts as
select
    orders.number, orders.order_id, orders.story, plans.note, plans.part, plans.nature, plans.settlement, plans.extra, plans.vat_rate as typed_rate,
    anchors.anchor + to_days(plans.after_days::integer) + sample.moment('typed' || plans.note, orders.number, 11, 7) as typed_at
from sample.orders
inner join sample.note_plans as plans using (story)
inner join sample.anchors using (number)
cross join sample.settings
where anchors.anchor + to_days((plans.after_days + 1)::integer) <= settings.ends_at;

create table sample.note_numbers as
with placed as (
    select
        *,
        row_number() over (order by typed_at, number, note)
            + sum(if(story = 'number_gap', 1, 0)) over (order by typed_at, number, note) as place
    from sample.note_drafts
)
select
    'AV-2026-' || sample.padded(place) as credit_note_number, placed.*,
    typed_at - if(story = 'number_out_of_order', interval 8 day, interval 0 day) as issued_at
from placed;

create table sample.credit_note_lines as
with lines as (
    select
        notes.number, notes.order_id, notes.note, notes.credit_note_number, lines.line, lines.line_type, lines.sku, lines.title, notes.part,
        if(notes.part in ('one', 'tenth'), 1, lines.quantity) as quantity,
        lines.unit_price - lines.unit_discount as paid_price, notes.extra, coalesce(notes.typed_rate, lines.vat_rate) as vat_rate
    from sample.note_numbers as notes
    left join sample.parts using (part)
    inner join sample.order_lines as lines on lines.number = notes.number and (notes.part = 'whole' or lines.line = parts.line)
)
select
    number, order_id, note, credit_note_number, line, line_type, if(part = 'tenth', null, sku) as sku,
    if(part = 'tenth', 'Geste commercial : ' || title, title) as title, quantity, vat_rate,
    if(part = 'tenth', round(paid_price * 0.10, 2), paid_price + extra)::decimal(18, 2) as unit_price,
    (quantity * if(part = 'tenth', round(paid_price * 0.10, 2), paid_price + extra))::decimal(18, 2) as gross
from lines;

create table sample.credit_notes as
with totals as (
    select credit_note_number, sum(gross)::decimal(18, 2) as gross from sample.credit_note_lines group by credit_note_number
)
select notes.*, totals.gross from sample.note_numbers as notes inner join totals using (credit_note_number);
