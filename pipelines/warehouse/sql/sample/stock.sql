-- One row per move the shop itself made of its stock, then the counts, the receipts and what the shop says it has.
create table sample.shop_moves as
with restocked as (
    select returns.number, returns.order_id, returns.sku, returns.quantity, returns.received_at, returns.notified_at, orders.shop, returns.disposition
    from sample.returns
    inner join sample.orders using (number)
)
select number, sku, ordered_at as moved_at, -quantity as quantity, 'order' as kind
from sample.order_lines inner join sample.orders using (number) where line_type = 'product'
union all
select number, sku, received_at + interval 6 hour, quantity, 'Retournée' from restocked
where shop in ('once', 'twice') and disposition = 'restock' and received_at is not null
union all
select number, sku, received_at + interval 3 day, quantity, 'Annulée' from restocked where shop = 'twice' and received_at is not null
union all
select number, sku, notified_at + interval 1 hour, quantity, 'Retournée' from restocked where shop = 'wrongly'
union all
select number, sku, ordered_at::date + 1 + interval 11 hour, quantity, 'Annulée'
from sample.order_lines inner join sample.orders using (number) where line_type = 'product' and shop = 'cancels';

create table sample.stock_levels as
select articles.sku, articles.cost, articles.article, coalesce(sum(lines.quantity), 0) as sold
from sample.articles
left join sample.order_lines as lines on lines.sku = articles.sku
group by all;

create table sample.stock_counts as
select sku, starts_on + interval 6 hour as counted_at, 12 + sold * 2 // 5 + sample.draw('shelf', article, 9) as quantity, cost as unit_cost
from sample.stock_levels, sample.settings;

create table sample.stock_receipts as
select
    'BR-' || lpad((week * 100 + article)::varchar, 4, '0') as receipt_id, sku, starts_on + to_days((week * 7 + 3)::integer) + interval 10 hour as received_at,
    2 + sold // 4 as quantity, (cost * (100 + sample.draw('price' || week, article, 13) - 4) * 0.01)::decimal(18, 4) as unit_cost
from sample.stock_levels, sample.settings, (select unnest([1, 3, 5, 7]) as week) as weeks;

create table sample.drifting as
select articles.sku, 1 + sample.draw('lost', article, 3) as lost, row_number() over (order by hash(getvariable('seed'), 'drift', article), article) as place
from sample.articles;

create table sample.shop_stock as
with days as (select unnest([last_day(starts_on), as_of]) + interval 22 hour as seen_at, unnest([false, true]) as is_last from sample.settings),
moved as (
    select days.seen_at, moves.sku, sum(moves.quantity) as quantity
    from days inner join sample.shop_moves as moves on moves.moved_at <= days.seen_at
    group by all
),
received as (
    select days.seen_at, receipts.sku, sum(receipts.quantity) as quantity
    from days inner join sample.stock_receipts as receipts on receipts.received_at <= days.seen_at
    group by all
)
select
    counts.sku, days.seen_at,
    counts.quantity + coalesce(moved.quantity, 0) + coalesce(received.quantity, 0) - if(days.is_last and drifting.place <= 2, drifting.lost, 0) as quantity
from sample.stock_counts as counts
cross join days
left join moved on moved.sku = counts.sku and moved.seen_at = days.seen_at
left join received on received.sku = counts.sku and received.seen_at = days.seen_at
left join sample.drifting on drifting.sku = counts.sku;

create table sample.order_states as
with states as (
    select number, 'Attente de préparation' as status, ordered_at + interval 2 minute as changed_at from sample.orders
    union all
    select number, 'Envoyée', shipped_at from sample.orders
    union all
    select number, 'Livrée', delivered_at from sample.orders
    union all
    select distinct number, kind, moved_at from sample.shop_moves where kind <> 'order'
    union all
    select number, 'Remboursée', created_at + interval 5 minute from sample.refunds where type = 'refund' and status = 'succeeded'
)
select states.number, order_id, status, changed_at
from states inner join sample.orders using (number) cross join sample.settings
where changed_at < ends_at;
