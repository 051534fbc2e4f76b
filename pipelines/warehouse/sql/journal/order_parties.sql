-- One row per order: the auxiliary account of its customer, the country its goods go to, and whether its VAT is declared at the one-stop shop.
truncate core.order_parties;
insert into core.order_parties
select
    order_id,
    case
        when $auxiliaries = 'customer' then
            pseudonym($siren, customer_id, customer_email, order_id)
        else coalesce(nullif(upper(regexp_replace(coalesce(channel, ''), '[^A-Za-z0-9]', '', 'g')), ''), 'WEB')
    end as auxiliary,
    upper(coalesce(nullif(delivery_country, ''), country)) as country,
    $one_stop_shop
    and upper(coalesce(nullif(delivery_country, ''), country)) <> $home
    and upper(coalesce(nullif(delivery_country, ''), country)) in (
        'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT',
        'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'XI')
    and coalesce(customer_vat_id, '') = '' as is_one_stop_shop
from core.orders
