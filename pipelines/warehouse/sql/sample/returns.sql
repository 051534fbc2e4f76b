-- One row per returned line: the parcel, its dates as far as they lie in the past, why it comes back and what became of it.
create table sample.parcels as
select story, note as parcel, part, after_days from sample.note_plans where nature = 'return'
union all
values ('no_document', 1, 'first', 0), ('restock_without_receipt', 1, 'first', 0);

create table sample.parts as
select * from (values ('first', 1), ('second', 2), ('one', 1), ('tenth', 1)) as lines(part, line);

create table sample.reasons as
select row_number() over () - 1 as place, * from (
    values
    ('too_small', 'Taille trop petite, je chausse plus grand d''habitude', 'withdrawal', 'new', 'restock'),
    ('too_small', 'ça serre aux épaules, dommage', 'withdrawal', 'new', 'restock'),
    ('too_large', 'Trop grand, j''aurais dû prendre la taille en dessous', 'withdrawal', 'new', 'restock'),
    ('too_large', 'Nage dedans !', 'withdrawal', 'opened', 'restock'),
    ('changed_mind', 'Changement d''avis', 'withdrawal', 'new', 'restock'),
    ('changed_mind', 'Finalement la couleur ne va pas avec mon intérieur', 'withdrawal', 'opened', 'restock'),
    ('quality', 'Je m''attendais à un tissu plus épais', 'withdrawal', 'opened', 'restock'),
    ('defective', 'Couture décousue sous la manche après un lavage', 'conformity', 'used', 'quarantine'),
    ('defective', 'La mèche ne prend pas', 'conformity', 'damaged', 'destroy'),
    ('damaged_in_transit', 'Arrivé cassé, le carton était enfoncé', 'conformity', 'damaged', 'recycle'),
    ('not_as_described', 'Le bleu n''est pas celui de la photo', 'conformity', 'new', 'restock'),
    ('wrong_item', 'J''ai reçu un M au lieu d''un L', 'conformity', 'new', 'restock'),
    ('late_delivery', 'Arrivé après l''anniversaire', 'withdrawal', 'new', 'restock'),
    ('no_longer_needed', 'Reçu le même en cadeau entre-temps', 'withdrawal', 'new', 'restock'),
    ('duplicate_order', 'Commandé deux fois par erreur', 'withdrawal', 'new', 'restock'),
    ('other', 'voir mon mail', 'withdrawal', 'opened', 'refurbish')
) as reasons(reason_code, reason_text, legal_basis, condition, disposition);

create table sample.return_dates as
with notified as (
    select number, delivered_at::date + 1 + sample.draw('doubt', number, 10)::integer + sample.moment('notified', number, 8, 13) as notified_at
    from sample.orders
    where goods in ('received', 'short', 'notified')
),
sent as (
    select *, notified_at::date + 1 + sample.draw('posted', number, 2)::integer + sample.moment('sent', number, 9, 8) as sent_at from notified
)
select *, sent_at::date + 2 + sample.draw('back', number, 3)::integer + sample.moment('received', number, 8, 2) as received_at from sent;

create table sample.anchors as
select
    number,
    case
        when goods in ('received', 'short') then return_dates.received_at::date + sample.draw('desk', number, 2)::integer
        when goods = 'notified' then return_dates.notified_at::date + 3
        when orders.story = 'cancellation' then ordered_at::date + 1
        when orders.story = 'non_delivery' then shipped_at::date + 12
        else delivered_at::date + 2
    end as anchor
from sample.orders
left join sample.return_dates using (number)
where orders.story <> 'plain';

create table sample.returns as
with lines as (
    select
        orders.number, orders.order_id, orders.story, orders.goods, parcels.parcel, parcels.after_days, lines.line, lines.sku, lines.title,
        case when parcels.part = 'one' or orders.goods = 'short' then 1 else lines.quantity end as quantity
    from sample.orders
    inner join sample.parcels using (story)
    left join sample.parts using (part)
    inner join sample.order_lines as lines
        on lines.number = orders.number and lines.line_type = 'product' and (parcels.part = 'whole' or lines.line = parts.line)
),
dated as (
    select
        lines.*, settings.ends_at, anchors.anchor, notified_at,
        if(goods = 'notified', null, sent_at + to_days(after_days::integer)) as sent_at,
        if(goods = 'notified', null, received_at + to_days(after_days::integer)) as received_at,
        if(goods = 'notified' or story like 'restock%', 4, sample.draw('why' || parcel || line, number, 16)) as place
    from lines
    inner join sample.return_dates using (number)
    inner join sample.anchors using (number)
    cross join sample.settings
)
select
    'RT-' || replace(order_id, 'BV-', '') || '-' || parcel as return_id, number, story, order_id, parcel, line, sku, title, quantity, notified_at,
    if(sent_at < ends_at, sent_at, null) as sent_at,
    if(anchor + to_days((after_days + 1)::integer) <= ends_at, received_at, null) as received_at,
    reason_code, reason_text, legal_basis, condition, disposition,
    case when story = 'label_withheld' then 4.90 end::decimal(18, 2) as label_withheld
from dated
inner join sample.reasons using (place)
where notified_at < ends_at;
