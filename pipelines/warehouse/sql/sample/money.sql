-- One row per payment taken, then per payout, balance and bank line.
create table sample.payments as
select
    orders.number, order_id, provider,
    case provider when 'stripe' then 'ch_' || sample.name('payment', orders.number, 24) else upper(sample.name('payment', orders.number, 17)) end as payment_id,
    if(provider = 'stripe', 'card', provider) as method, ordered_at + to_seconds(20 + sample.draw('till', orders.number, 90)) as captured_at,
    totals.gross as amount, currency,
    round(totals.gross * if(provider = 'stripe', 0.015, 0.029) + if(provider = 'stripe', 0.25, 0.35), 2)::decimal(18, 2) as fee
from sample.orders
inner join sample.order_totals as totals using (number);

-- What only the provider's own export can tell: its monthly fee, and a movement of a type nobody expects.
create table sample.oddities as
select row_number() over () as number, * exclude (has_real_formats)
from (
    select unnest([
        {'moved_at': starts_on + interval 1 day, 'native_type': 'network_cost', 'amount': -2.10},
        {'moved_at': starts_on + interval 31 day, 'native_type': 'network_cost', 'amount': -2.45},
        {'moved_at': starts_on + interval 40 day + interval 9 hour, 'native_type': 'climate_order_purchase', 'amount': -5.00}
    ], recursive := true), has_real_formats
    from sample.settings
) as oddities
where has_real_formats;

create table sample.provider_movements as
select provider, currency, captured_at as moved_at, (amount - fee)::decimal(18, 2) as net from sample.payments
union all
select provider, currency, created_at, net from sample.refunds where status = 'succeeded'
union all
select 'stripe', 'EUR', moved_at, amount from sample.oddities;

create table sample.payouts as
with weeks as (
    select date_trunc('week', moved_at)::date as week, currency, sum(net)::decimal(18, 2) as net
    from sample.provider_movements
    where provider = 'stripe'
    group by all
),
stripe as (
    select
        'stripe' as provider, 'po_' || sample.name('payout', date_diff('day', date '2026-01-01', week), 22) as payout_id, week, week + 7 + interval 6 hour as paid_at,
        net - if(row_number() over (order by week) = 5, 12.00, 0) as amount, currency, row_number() over (order by week) = 5 as is_short
    from weeks
),
fortnights as (
    select date_diff('day', starts_on, moved_at::date) // 14 as fortnight, currency, sum(net)::decimal(18, 2) as net
    from sample.provider_movements, sample.settings
    where provider = 'paypal'
    group by all
),
paypal as (
    select
        'paypal' as provider, upper(sample.name('withdrawal', fortnight, 17)) as payout_id, null::date as week,
        starts_on + to_days((14 * (fortnight + 1))::integer) + interval 10 hour as paid_at, net as amount, currency, false as is_short
    from fortnights, sample.settings
    where currency = 'EUR'
)
select payouts.* exclude (amount), amount::decimal(18, 2) as amount
from (select * from stripe union all by name select * from paypal) as payouts, sample.settings
where paid_at < ends_at;

create table sample.provider_balances as
with days as (
    select unnest([starts_on - 1, last_day(starts_on), as_of]) as day from sample.settings
),
currencies as (select distinct currency from sample.provider_movements where provider = 'paypal'),
flows as (
    select currency, moved_at::date as day, net from sample.provider_movements where provider = 'paypal'
    union all
    select currency, paid_at::date, -amount from sample.payouts where provider = 'paypal'
)
select
    'paypal' as provider, days.day, currencies.currency,
    (if(currencies.currency = 'EUR', 250, 0) + coalesce(sum(flows.net), 0))::decimal(18, 2) as available
from days
cross join currencies
left join flows on flows.currency = currencies.currency and flows.day <= days.day
group by days.day, currencies.currency;

create table sample.bank_lines as
with habits as (
    select unnest([
        {'day': 2, 'amount': -640.00, 'label': 'PRLV SEPA BAIL QUAI DES EMBRUNS'},
        {'day': 5, 'amount': -214.80, 'label': 'PRLV SEPA LA POSTE COLISSIMO FACT'},
        {'day': 10, 'amount': -39.00, 'label': 'PRLV SEPA WIZISHOP ABONNEMENT'},
        {'day': 18, 'amount': -1180.00, 'label': 'VIR SEPA FILATURE DU LEON FACTURE'},
        {'day': 25, 'amount': -86.40, 'label': 'PRLV SEPA ENERGIE'}
    ], recursive := true)
),
months as (select unnest([0, 1]) as month),
days as (
    select unnest(generate_series(starts_on, as_of, interval 1 day))::date as day, statement_hole_on from sample.settings
),
spendings as (
    select
        day as booked_on, -(4 + sample.draw('spent', hash(day, line), 9000) * 0.01)::decimal(18, 2) as amount,
        'CB ' || strftime(day, '%d/%m') || ' ' || sample.pick('shop', hash(day, line), ['CARTONS DU PONANT', 'PAPETERIE BIGOUDENE', 'STATION DU PORT', 'DROGUERIE KERIOU']) as label
    from days, range(10) as spent(line)
    where isodow(day) <= 5 and day not between statement_hole_on and statement_hole_on + 1
),
lines as (
    select
        paid_at::date + if(isodow(paid_at::date) >= 5, 3, 1)::integer as booked_on, amount,
        case provider when 'stripe' then 'VIR SEPA STRIPE TECHNOLOGY EUROPE ' else 'VIR SEPA PAYPAL EUROPE SARL ET CIE SCA ' end || payout_id as label,
        payout_id as reference
    from sample.payouts
    union all
    select (starts_on + to_months(month) + to_days(day - 1))::date, amount, label, null from habits, months, sample.settings
    union all
    select booked_on, amount, label, null from spendings
)
select
    'FR2699999000010000000000142' as account, 'BL' || lpad((row_number() over (order by booked_on, label, amount))::varchar, 5, '0') as line_id,
    booked_on, amount::decimal(18, 2) as amount, label, reference
from lines, sample.settings
where booked_on <= as_of;
