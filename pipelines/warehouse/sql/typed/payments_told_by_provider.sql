-- One row per payment told by the shop that its provider's own export tells too: same order, amount, within 3 days, n-th to n-th.
create or replace temp table told as
with tellings as (
    select
        typed.rowid as place, typed.identity, typed.provider, typed.currency, typed.amount, typed.happened_on,
        ltrim(typed.order_id, '#') as bought, typed.finality = 1 and not is_of_shop as is_own, is_of_shop
    from typed
    inner join (
        select
            sha256,
            regexp_matches(format, '^(shopify|woocommerce|prestashop|wizishop|magento)_')
            and not starts_with(format, 'shopify_payments') as is_of_shop
        from raw.files
    ) as files on files.sha256 = typed.source_file
    where typed.rowid not in (select outcomes.place from outcomes)
),

ranked as (
    select
        place, provider, currency, amount, happened_on, bought, is_own,
        row_number() over (partition by provider, currency, amount, bought, is_own order by happened_on, identity) as rank
    from tellings
    where is_of_shop or is_own
)

select of_shop.place
from ranked as of_shop
inner join ranked as own
    on own.is_own and own.provider = of_shop.provider and own.currency = of_shop.currency and own.amount = of_shop.amount
    and own.bought = of_shop.bought and own.rank = of_shop.rank
where not of_shop.is_own and abs(own.happened_on - of_shop.happened_on) <= 3;
insert into outcomes
select place, 'told_by_provider' from told;
insert into raw.excluded_rows
select typed.source_file, typed.source_row, 'payments', 'told_by_provider'
from typed
inner join told on told.place = typed.rowid
