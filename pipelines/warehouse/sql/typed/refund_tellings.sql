-- One row per telling of a refund, by the shop or by its provider's own export: what it takes to know the two as one.
create or replace temp table tellings as
with told as (
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
    select distinct identity from told where is_of_shop
)

select place, identity, provider, currency, gross as amount, happened_on, undone as document, is_own
from told
where undone is not null and (is_of_shop or (is_own and identity not in (from known)))
    and place not in (select outcomes.place from outcomes);
