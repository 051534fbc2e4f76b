-- One row: what the month's returns cost, in the shop's currency: money back, VAT in it, fees lost, carriage (which the shop buys in
-- its own currency, whatever the order's), goods not resold.
with notes as (
    select sum(gross) as credited, sum(vat) as vat, sum(refunded) as refunded
    from out.returned_lines
    where issued_on between $since and $until and currency = $currency
),
fees as (
    select coalesce(sum(fee), 0) as fees
    from core.refunds
    where created_on between $since and $until and type = 'refund' and status = 'succeeded' and currency = $currency
),
kept as (
    select coalesce(sum(payments.fee), 0) as fees
    from core.payments as payments
    where payments.order_id in (select order_id from out.returned_lines where issued_on between $since and $until)
      and payments.currency = $currency
),
carriage as (
    select coalesce(sum(carriage_cost), 0) as cost
    from core.returns
    where notified_on between $since and $until and carriage_paid_by = 'merchant'
),
lost as (
    select coalesce(sum(net), 0) as net
    from out.returned_lines
    where issued_on between $since and $until and currency = $currency
      and disposition in ('destroy', 'donate', 'recycle', 'lost_in_transit', 'not_returned')
)
select
    coalesce(notes.credited, 0)::decimal(18, 2), coalesce(notes.vat, 0)::decimal(18, 2), coalesce(notes.refunded, 0)::decimal(18, 2),
    (fees.fees + kept.fees)::decimal(18, 2), carriage.cost::decimal(18, 2), lost.net::decimal(18, 2)
from notes, fees, kept, carriage, lost
