-- One row per month: opening stock + in + restocked − out = closing, in units.
insert into out.controls
with moved as (
    select
        months.month,
        sum(moves.quantity) filter (where moves.moved_on < months.first_on) as opening,
        sum(moves.quantity) filter (where moves.moved_on >= months.first_on) as in_month,
        sum(moves.quantity) filter (where moves.moved_on >= months.first_on and moves.kind = 'restock') as restocked,
        sum(moves.quantity) filter (where moves.moved_on >= months.first_on and moves.kind = 'sale') as sold
    from out.months as months
    inner join core.stock_moves as moves on moves.moved_on <= months.until
    group by months.month
),

last_days as (
    select months.month, positions.sku, positions.place, max(positions.day) as day
    from out.months as months
    inner join core.stock_positions as positions on positions.day <= months.until
    group by months.month, positions.sku, positions.place
),

closing as (
    select last_days.month, sum(positions.quantity) as quantity, sum(abs(positions.drift)) as drift
    from last_days
    inner join core.stock_positions as positions
        on positions.sku = last_days.sku and positions.place = last_days.place and positions.day = last_days.day
    group by last_days.month
)

select
    months.month, 8, 'Stock : ouverture + entrées + remises en stock − sorties = clôture',
    coalesce(moved.opening, 0) + coalesce(moved.in_month, 0), closing.quantity,
    abs(coalesce(moved.opening, 0) + coalesce(moved.in_month, 0) - closing.quantity),
    case
        when closing.month is null then 'not_observed'
        when coalesce(moved.opening, 0) + coalesce(moved.in_month, 0) = closing.quantity then 'ties'
        else 'differs'
    end,
    coalesce(
        'ouverture ' || coalesce(moved.opening, 0) || ', remises en stock ' || coalesce(moved.restocked, 0) || ', ventes '
        || coalesce(moved.sold, 0) || ', dérive ' || coalesce(cast(closing.drift as varchar), 'non observée'), 'aucun mouvement')
from out.months as months
left join moved on moved.month = months.month
left join closing on closing.month = months.month
