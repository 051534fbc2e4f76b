-- One row per month, currency and figure of the file in hand: what to hold against the source's own totals.
with figures as (
    select created_at as happened, currency, concat(type, ' gross') as figure, amount_of(gross) as amount
    from raw.refunds where source_file = $source_file and status = 'succeeded'
    union all
    select created_at, coalesce(settlement_currency, currency), 'fee', amount_of(fee) from raw.refunds where source_file = $source_file
    union all
    select created_at, coalesce(settlement_currency, currency), 'net', amount_of(net) from raw.refunds where source_file = $source_file
    union all
    select captured_at, currency, 'payment gross', amount_of(amount) from raw.payments where source_file = $source_file
    union all
    select captured_at, coalesce(settlement_currency, currency), 'fee', amount_of(fee) from raw.payments where source_file = $source_file
    union all
    select captured_at, coalesce(settlement_currency, currency), 'net', amount_of(net) from raw.payments where source_file = $source_file
    union all
    select paid_at, currency, 'payout', amount_of(amount) from raw.payouts where source_file = $source_file
    union all
    select booked_on, currency, 'bank', amount_of(amount) from raw.bank where source_file = $source_file
    union all
    select
        ordered_at, currency, case when unit_price_net is null then 'orders gross' else 'orders net' end,
        line_sign(line_type)
        * line_amount(abs(coalesce(price_of(unit_price_net), price_of(unit_price_gross))), quantity_of(quantity))
        - coalesce(amount_of(discount_net), amount_of(discount_gross), 0)
    from raw.orders where source_file = $source_file
    union all
    select
        issued_at, currency, case when unit_price_net is null then 'credit notes gross' else 'credit notes net' end,
        line_sign(line_type)
        * line_amount(abs(coalesce(price_of(unit_price_net), price_of(unit_price_gross))), quantity_of(quantity))
    from raw.credit_notes where source_file = $source_file
)
select
    strftime(coalesce(local_day(instant_of(happened), $time_zone), day_of(happened)), '%Y-%m') as month, currency, figure,
    cast(sum(amount) as decimal(18, 2)), count(amount)
from figures
where amount is not null
group by all
order by all
