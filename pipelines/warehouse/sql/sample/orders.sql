-- One row per order, then one per line: its story first, then all that the story asks for.
create table sample.casting as
with faults as (
    select story, row_number() over (order by copy, story) as place
    from sample.stories, sample.settings, range(settings.faults) as copies(copy)
    where fault <> ''
),
wheel as (
    select story, row_number() over (order by story, tooth) - 1 as place
    from sample.stories, range(weight) as teeth(tooth)
    where weight > 0
),
ranked as (
    select number, row_number() over (order by hash(getvariable('seed'), 'rank', number), number) as place
    from sample.settings, range(settings.orders) as numbers(number)
)
select ranked.number, coalesce(faults.story, wheel.story, 'plain') as story
from ranked
left join faults using (place)
left join wheel
    on faults.story is null
    and wheel.place = sample.draw('story', ranked.number, 1000)
    and sample.draw('returned', ranked.number, 1000) < (select returned_per_thousand from sample.settings);

create table sample.people as
select
    ['Anne', 'Yann', 'Maëlle', 'Erwan', 'Soizic', 'Loïc', 'Nolwenn', 'Goulven', 'Camille', 'Thomas', 'Inès', 'Hugo', 'Léa', 'Mathis', 'Chloé',
        'Amine', 'Sarah', 'Benoît', 'Françoise', 'Gwenaël', 'Fatou', 'Étienne', 'Zoé', 'Rémi'] as first_names,
    ['Le Goff', 'Kerbrat', 'Tanguy', 'Le Bihan', 'Morvan', 'Riou', 'Quéré', 'Caradec', 'Martin', 'Bernard', 'Petit', 'Durand', 'Moreau', 'Lefèvre',
        'Garnier', 'Benali', 'Rousseau', 'Nguyen', 'Diallo', 'Faure', 'Lambert', 'Girard', 'Masson', 'Chevalier'] as last_names,
    ['rue des Goémons', 'venelle du Sémaphore', 'rue de la Dune', 'allée des Ajoncs', 'rue du Vieux Puits', 'chemin des Bruyères', 'rue Haute',
        'place du Marché', 'rue des Tilleuls', 'impasse du Four'] as streets,
    [{'postcode': '29200', 'city': 'Brest'}, {'postcode': '35000', 'city': 'Rennes'}, {'postcode': '44000', 'city': 'Nantes'},
        {'postcode': '75011', 'city': 'Paris'}, {'postcode': '69003', 'city': 'Lyon'}, {'postcode': '33000', 'city': 'Bordeaux'},
        {'postcode': '31000', 'city': 'Toulouse'}, {'postcode': '59800', 'city': 'Lille'}, {'postcode': '13006', 'city': 'Marseille'},
        {'postcode': '67000', 'city': 'Strasbourg'}, {'postcode': '56100', 'city': 'Lorient'}, {'postcode': '22300', 'city': 'Lannion'}] as towns,
    ['Hôtel du Sémaphore', 'Crêperie Ti Breizh', 'Gîtes de la Lande'] as companies,
    ['999999980', '999999972', '999999964'] as sirens;

create table sample.orders as
with dated as (
    select
        casting.number, stories.*,
        settings.starts_on + to_days(sample.draw('day', number, greatest(date_diff('day', starts_on, as_of) - coalesce(min_age, 0), 0) + 1)::integer)
            + sample.moment('hour', number, 7, 16) as ordered_at
    from sample.casting
    cross join sample.settings
    left join sample.stories using (story)
),
numbered as (
    select * replace (coalesce(story, 'plain') as story), row_number() over (order by ordered_at, number) as place, sample.draw('customer', number, greatest((select orders from sample.settings) * 4 // 5, 1)) as customer
    from dated
),
shipped as (
    select
        numbered.*,
        if(shop = 'cancels', null, ordered_at::date + 1 + sample.draw('picked', number, 2)::integer + sample.moment('shipped', number, 14, 4)) as shipped_at
    from numbered
),
delivered as (
    select
        shipped.*,
        if(story = 'non_delivery', null, shipped_at::date + 2 + sample.draw('carried', number, 2)::integer + sample.moment('delivered', number, 9, 8)) as delivered_at,
        case
            when currency = 'CHF' then 'CH'
            when fault is not null and fault <> '' then 'FR'
            when sample.draw('country', number, 100) < 93 then 'FR'
            when sample.draw('country', number, 100) < 97 then 'BE'
            else 'CH'
        end as country
    from shipped
)
select
    number, story, fault, goods, shop, first_quantity, greatest(coalesce(lines, 1), 1 + sample.draw('lines', number, 10) // 6 + sample.draw('more', number, 10) // 9) as line_count,
    'BV-' || (10000 + place) as order_id,
    if(story = 'missing_invoice', null, 'FA-2026-' || sample.padded(place)) as invoice_number,
    ordered_at, shipped_at, delivered_at, country, coalesce(nullif(currency, ''), 'EUR') as currency,
    coalesce(nullif(provider, ''), case when sample.draw('provider', number, 100) < 70 then 'stripe' when sample.draw('provider', number, 100) < 96 then 'paypal' else 'alma' end) as provider,
    'C' || (20000 + customer) as customer_id, customer,
    sample.pick('first', customer, first_names) || ' ' || sample.pick('last', customer, last_names) as person,
    if(customer % 60 = 7 and coalesce(fault, '') = '', 1 + customer % 3, 0) as company,
    1 + sample.draw('door', customer, 88) || ' ' || sample.pick('street', customer, streets) as address,
    case country when 'FR' then sample.pick('town', customer, towns) when 'BE' then {'postcode': '1000', 'city': 'Bruxelles'}
        else {'postcode': '1201', 'city': 'Genève'} end as town,
    sample.draw('welcome', number, 100) < 15 as welcomed
from delivered, sample.people;

create table sample.order_lines as
with articles as (select count(*) as many from sample.articles),
chosen as (
    select
        orders.number, order_id, story, country, welcomed, line,
        (least(sample.draw('article', orders.number, many), sample.draw('taste', orders.number, many)) + 7 * line) % many as article,
        case
            when line = 1 and first_quantity > 0 then first_quantity
            when sample.draw('quantity' || line, orders.number, 100) < 88 then 1
            when sample.draw('quantity' || line, orders.number, 100) < 98 then 2
            else 3
        end as quantity
    from sample.orders, articles, range(1, line_count + 1) as lines(line)
),
priced as (
    select
        chosen.*, sku, title, gross as unit_price, if(country = 'CH', 0, vat_rate)::decimal(5, 2) as vat_rate,
        if(welcomed, round(gross * 0.10, 2), 0)::decimal(18, 2) as unit_discount
    from chosen
    inner join sample.articles using (article)
),
goods as (
    select number, order_id, line, 'product' as line_type, sku, title, quantity, unit_price, unit_discount, vat_rate from priced
),
carriage as (
    select
        number, order_id, max(line) + 1 as line, 'shipping' as line_type, 'PORT' as sku, 'Livraison Colissimo' as title, 1 as quantity,
        if(max(country) = 'FR', 4.90, 9.90)::decimal(18, 2) as unit_price, 0::decimal(18, 2) as unit_discount,
        if(max(country) = 'CH', 0, 20)::decimal(5, 2) as vat_rate
    from priced
    group by number, order_id
    having sum(quantity * (unit_price - unit_discount)) < 80 or max(country) <> 'FR'
)
select *, (quantity * (unit_price - unit_discount))::decimal(18, 2) as gross from goods
union all
select *, (quantity * (unit_price - unit_discount))::decimal(18, 2) from carriage;

create table sample.order_totals as
select number, sum(gross)::decimal(18, 2) as gross from sample.order_lines group by number;
