-- One row per sku and place where the shop's figure differs from ours for a reason nothing explains, since the first figure that did.
insert into core.break_findings
with agreeing as (
    select sku, place, max(read_at) as read_at from core.stock_readings where unexplained = 0 group by sku, place
),
since as (
    select readings.sku, readings.place, min(readings.read_on) as opened_on
    from core.stock_readings as readings
    left join agreeing on agreeing.sku = readings.sku and agreeing.place = readings.place
    where readings.unexplained <> 0 and readings.read_at > coalesce(agreeing.read_at, timestamp '1900-01-01')
    group by readings.sku, readings.place
),
costs as (
    select sku, place, max_by(unit_cost, day) as unit_cost from core.stock_positions group by sku, place
)
select
    'stock_drift', null, null, null, null, readings.sku, null,
    cast(round(abs(readings.unexplained) * coalesce(costs.unit_cost, 0), 2) as decimal(18, 2)), null, null,
    core.say($language, 'stock recalculé : ', 'stock recomputed: ') || units(readings.shop_quantity + readings.unexplained),
    core.say($language, 'boutique : ', 'shop: ') || units(readings.shop_quantity) || core.say($language, ' (écart ', ' (difference ') || if(-readings.unexplained > 0, '+', '') || units(-readings.unexplained) || ')',
    since.opened_on
from core.stock_readings as readings
inner join since on since.sku = readings.sku and since.place = readings.place
left join costs on costs.sku = readings.sku and costs.place = readings.place
where readings.is_latest and readings.is_known and readings.unexplained <> 0
