-- One row per fault that the shop's figure alone betrays, no change of state being told: one return, and one only, has the quantity that is too much or too little.
insert into core.restock_faults
with amiss as (
    select sku, place, read_at, due - shop_quantity as gap
    from reading_levels
    where is_latest and is_known and due <> shop_quantity and not exists (select 1 from restocking_events)
),
candidates as (
    select
        amiss.sku, amiss.place, amiss.gap, moves.order_id, moves.return_id, abs(amiss.gap) as quantity, moves.moved_at as since_at, moves.moved_on as since_on,
        if(amiss.gap < 0, 'restocked_twice', 'restock_missing') as kind, 1 as preference
    from amiss
    inner join core.stock_moves as moves
        on moves.sku = amiss.sku and moves.place = amiss.place and moves.kind = 'restock' and moves.quantity = abs(amiss.gap) and moves.moved_at <= amiss.read_at
    union all
    select
        amiss.sku, amiss.place, amiss.gap, lines.order_id, lines.return_id, abs(amiss.gap), returns.notified_at, returns.notified_on, 'restock_without_receipt', 2
    from amiss
    inner join core.return_lines as lines on lines.sku = amiss.sku and lines.received_at is null and lines.quantity = abs(amiss.gap)
    inner join core.returns as returns on returns.return_id = lines.return_id and returns.notified_at <= amiss.read_at
    where amiss.gap < 0
),
ranked as (
    select *, count(*) over (partition by sku, place, preference) as rivals, min(preference) over (partition by sku, place) as best from candidates
)
select
    kind, order_id, return_id, sku, place, quantity, -gap, since_at, since_on,
    case kind
        when 'restocked_twice' then core.say($language, 'une remise en stock de ', 'one restocking of ') || units(quantity) || ' × ' || sku
        when 'restock_missing' then core.say($language, 'remise en stock de ', 'restocking of ') || units(quantity) || ' × ' || sku || core.say($language, ', reçu le ', ', received on ') || strftime(since_on, '%d/%m/%Y')
        else core.say($language, 'aucune remise en stock de ', 'no restocking of ') || sku || core.say($language, ' : rien n''est revenu', ': nothing came back')
    end,
    core.say($language, 'le stock de la boutique a ', 'the shop''s stock has ') || units(quantity) || if(gap < 0, core.say($language, ' de trop', ' too many'), core.say($language, ' de moins', ' too few'))
    || core.say($language, ' ; ce retour est le seul qui l''explique', '; this return alone explains it')
from ranked
where rivals = 1 and preference = best;
