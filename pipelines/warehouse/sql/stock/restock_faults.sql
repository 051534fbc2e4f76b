-- One row per article the shop put back twice, not at all, or without having received it, by its own changes of state.
delete from core.restock_faults;

insert into core.restock_faults
with habits as (select count(*) > 0 as are_observed from restocking_events),
counts as (
    select order_id, count(*) as events, max_by(changed_at, rank) as last_at, max_by(changed_on, rank) as last_on,
        string_agg(status || core.say($language, ' le ', ' on ') || strftime(changed_on, '%d/%m/%Y'), ', ' order by rank) as told
    from restocking_events
    group by order_id
),
surplus as (
    select counts.*, answered.answers from counts inner join answered on answered.order_id = counts.order_id where counts.events > answered.answers
),
goods_back as (
    select order_id, return_id, sku, $place as place, sum(quantity) as quantity from core.return_lines where received_at is not null group by order_id, return_id, sku
    union all
    select order_id, null, sku, place, quantity from core.stock_moves where kind = 'cancellation'
),
last_back as (
    select order_id, max_by(return_id, coalesce(return_id, '')) as return_id from goods_back group by order_id
),
announced as (
    select order_id, return_id, sku, sum(quantity) as quantity from core.return_lines where received_at is null group by order_id, return_id, sku
),
sold as (
    select order_id, sku, -sum(quantity) as quantity from core.stock_moves where kind = 'sale' group by order_id, sku
),
twice as (
    select
        'restocked_twice' as kind, surplus.order_id, goods_back.return_id, goods_back.sku, goods_back.place, goods_back.quantity, goods_back.quantity as effect,
        surplus.last_at as since_at, surplus.last_on as since_on,
        core.say($language, 'une remise en stock de ', 'one restocking of ') || units(goods_back.quantity) || ' × ' || goods_back.sku as expected,
        surplus.events || core.say($language, ' remises en stock par la boutique (', ' restockings by the shop (') || surplus.told || ')' as found
    from surplus
    inner join last_back on last_back.order_id = surplus.order_id
    inner join goods_back on goods_back.order_id = surplus.order_id and goods_back.return_id is not distinct from last_back.return_id
    where surplus.answers > 0
),
without_receipt as (
    select
        'restock_without_receipt', surplus.order_id, announced.return_id, coalesce(announced.sku, sold.sku), $place, coalesce(announced.quantity, sold.quantity),
        coalesce(announced.quantity, sold.quantity), surplus.last_at, surplus.last_on,
        core.say($language, 'aucune remise en stock de ', 'no restocking of ') || coalesce(announced.sku, sold.sku) || core.say($language, ' : rien n''est revenu', ': nothing came back'),
        core.say($language, 'remise en stock par la boutique (', 'restocking by the shop (') || surplus.told || ')'
    from surplus
    left join announced on announced.order_id = surplus.order_id
    left join sold on sold.order_id = surplus.order_id and announced.order_id is null
    where surplus.answers = 0 and coalesce(announced.sku, sold.sku) is not null
),
missing as (
    select
        'restock_missing', put_back.order_id, moves.return_id, put_back.sku, put_back.place, put_back.quantity, -put_back.quantity, put_back.moved_at, moves.moved_on,
        core.say($language, 'remise en stock de ', 'restocking of ') || units(put_back.quantity) || ' × ' || put_back.sku || core.say($language, ', reçu le ', ', received on ') || strftime(moves.moved_on, '%d/%m/%Y'),
        core.say($language, 'aucune remise en stock par la boutique', 'no restocking by the shop')
    from put_back
    inner join core.stock_moves as moves on moves.move_id = put_back.move_id
    inner join answered on answered.order_id = put_back.order_id
    left join counts on counts.order_id = put_back.order_id
    cross join habits
    where put_back.put_back_at is null and put_back.kind = 'restock' and habits.are_observed and coalesce(counts.events, 0) < answered.answers
        and moves.moved_on <= cast($as_of as date) - 3
        and put_back.order_id in (select order_id from core.order_states)
)
select * from twice
union all
select * from without_receipt
union all
select * from missing;
