-- One row per telling of a payment, by the shop or by its provider's own export: what it takes to know the two as one.
create or replace temp table tellings as
with sources as (
    select
        sha256,
        regexp_matches(format, '^(shopify|woocommerce|prestashop|wizishop|magento)_')
        and not starts_with(format, 'shopify_payments') as is_of_shop
    from raw.files
)

select
    typed.rowid as place, typed.identity, typed.provider, typed.currency, typed.amount, typed.happened_on,
    ltrim(typed.order_id, '#') as document, typed.finality = 1 and not sources.is_of_shop as is_own
from typed
inner join sources on sources.sha256 = typed.source_file
where typed.rowid not in (select outcomes.place from outcomes) and (sources.is_of_shop or typed.finality = 1);
