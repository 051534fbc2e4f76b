-- One row per month: opening stock + in + restocked − out = closing, in units.
insert into out.controls
with monthly as (
    select strftime(moved_on, '%Y-%m') as month, kind, sum(quantity) as quantity
    from core.stock_moves
    group by month, kind
),

moved as (
    select
        months.month,
        sum(monthly.quantity) filter (where monthly.month < months.month) as opening,
        sum(monthly.quantity) filter (where monthly.month = months.month) as in_month,
        sum(monthly.quantity) filter (where monthly.month = months.month and monthly.kind = 'restock') as restocked,
        sum(monthly.quantity) filter (where monthly.month = months.month and monthly.kind = 'sale') as sold
    from out.months as months
    inner join monthly on monthly.month <= months.month
    group by months.month
),

month_ends as (
    select strftime(day, '%Y-%m') as month, sku, place, arg_max(quantity, day) as quantity, arg_max(drift, day) as drift
    from core.stock_positions
    group by month, sku, place
),

changes as (
    select
        month, quantity - coalesce(lag(quantity) over (partition by sku, place order by month), 0) as quantity, drift
    from month_ends
),

closing as (
    select months.month, sum(changes.quantity) as quantity, sum(abs(changes.drift)) filter (where changes.month = months.month) as drift
    from out.months as months
    inner join changes on changes.month <= months.month
    group by months.month
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
        'ouverture ' || units(coalesce(moved.opening, 0)) || ', remises en stock ' || units(coalesce(moved.restocked, 0)) || ', ventes '
        || units(coalesce(moved.sold, 0)) || ', dérive ' || coalesce(units(closing.drift), 'non observée'), 'aucun mouvement')
from out.months as months
left join moved on moved.month = months.month
left join closing on closing.month = months.month
