-- One row per article whose last level is below zero: since when, by which move, and what explains it.
delete from core.stock_negatives;

insert into core.stock_negatives
with below as (
    select sku, place, max_by(quantity, day) as quantity, max(day) filter (where quantity >= 0) as last_right_on
    from core.stock_positions
    group by sku, place
    having max_by(quantity, day) < 0
),
since as (
    select
        below.sku, below.place, below.quantity, min(positions.day) as since_on,
        coalesce(any_value(before.quantity), 0) as opening
    from below
    inner join core.stock_positions as positions
        on positions.sku = below.sku and positions.place = below.place and positions.day > coalesce(below.last_right_on, date '1900-01-01')
    left join core.stock_positions as before on before.sku = below.sku and before.place = below.place and before.day = below.last_right_on
    group by below.sku, below.place, below.quantity
),
levels as (
    select
        since.sku, since.place, moves.move_id, moves.kind, moves.order_id,
        since.opening + sum(moves.quantity) over (
            partition by since.sku, since.place order by moves.moved_at, moves.quantity desc, moves.move_id rows between unbounded preceding and current row
        ) as level,
        row_number() over (partition by since.sku, since.place order by moves.moved_at, moves.quantity desc, moves.move_id) as rank
    from since
    inner join core.stock_moves as moves on moves.sku = since.sku and moves.place = since.place and moves.moved_on = since.since_on
),
crossings as (
    select sku, place, min_by(move_id, rank) as move_id, min_by(kind, rank) as kind, min_by(order_id, rank) as order_id
    from levels
    where level < 0
    group by sku, place
),
known as (
    select
        below.sku, below.place, count(*) filter (where moves.kind = 'count') as counts, count(*) filter (where moves.kind = 'receipt') as receipts,
        -coalesce(sum(moves.quantity) filter (where moves.kind = 'sale' and moves.reason = 'commandée'), 0)
            - coalesce(sum(moves.quantity) filter (where moves.kind = 'cancellation'), 0) as waiting
    from below
    inner join core.stock_moves as moves on moves.sku = below.sku and moves.place = below.place
    group by below.sku, below.place
),
away as (
    select sku, place, sum(quantity) as quantity
    from (select sku, place, quantity from core.stock_apart union all select sku, place, quantity from core.stock_in_transit where received_on is null) as articles
    group by sku, place
),
explained as (
    select
        since.*, crossings.move_id, crossings.kind, crossings.order_id, known.waiting, coalesce(away.quantity, 0) as away,
        case
            when known.counts = 0 and known.receipts = 0 then 'never_counted'
            when known.waiting >= -since.quantity then 'not_shipped'
            when away.quantity >= -since.quantity then 'away'
            when known.counts = 0 then 'no_count'
            else 'receipt_missing'
        end as cause
    from since
    inner join known on known.sku = since.sku and known.place = since.place
    left join crossings on crossings.sku = since.sku and crossings.place = since.place
    left join away on away.sku = since.sku and away.place = since.place
)
select
    sku, place, since_on, quantity, move_id, kind, order_id, cause,
    case cause
        when 'never_counted' then core.say($language, 'ni inventaire ni réception connus : il manque le stock d''ouverture', 'no count and no receipt known: the opening stock is missing')
        when 'not_shipped' then core.say($language, 'vendu au-delà du stock, encore à expédier : ', 'sold beyond the stock, still to be shipped: ') || units(waiting)
        when 'away' then core.say($language, 'à part ou en retour, pas encore remis en rayon : ', 'set apart or on the way back, not on the shelf yet: ') || units(away)
        when 'no_count' then core.say($language, 'des réceptions mais aucun inventaire : il manque le stock d''ouverture', 'receipts but no count: the opening stock is missing')
        else core.say($language, 'plus de sorties que d''entrées depuis l''inventaire : une réception manque, ou un comptage', 'more went out than came in since the count: a receipt is missing, or a count')
    end
from explained;
