-- One row per refund told by the shop that its provider's own export tells too: same order or payment, amount, within 3 days, n-th to n-th.
create or replace temp table told as
with tellings as (
    select
        typed.rowid as place, typed.identity, typed.provider, typed.currency, typed.gross, typed.happened_on,
        coalesce(
            'order ' || ltrim(coalesce(typed.order_reference, payments.order_id), '#'), 'payment ' || typed.payment_id
        ) as undone,
        starts_with(files.format, typed.provider) as is_own,
        regexp_matches(files.format, '^(shopify|woocommerce|prestashop|wizishop|magento)_')
        and not starts_with(files.format, 'shopify_payments') as is_of_shop
    from typed
    inner join raw.files as files on files.sha256 = typed.source_file
    left join core.payments as payments
        on payments.provider = typed.provider and payments.payment_id = typed.payment_id
    where typed.type = 'refund' and typed.status = 'succeeded'
),

known as (
    select distinct identity from tellings where is_of_shop
),

ranked as (
    select
        place, provider, currency, gross, happened_on, undone, is_own,
        row_number() over (
            partition by provider, currency, gross, undone, is_own
            order by happened_on, identity
        ) as rank
    from tellings
    where undone is not null and (is_of_shop or (is_own and identity not in (from known)))
        and place not in (select outcomes.place from outcomes)
)

select of_shop.place
from ranked as of_shop
inner join ranked as own
    on own.is_own and own.provider = of_shop.provider and own.currency = of_shop.currency and own.gross = of_shop.gross
    and own.undone = of_shop.undone and own.rank = of_shop.rank
where not of_shop.is_own and abs(own.happened_on - of_shop.happened_on) <= 3;
insert into outcomes
select place, 'told_by_provider' from told;
insert into raw.excluded_rows
select typed.source_file, typed.source_row, 'refunds', 'told_by_provider'
from typed
inner join told on told.place = typed.rowid
