-- One row per currency of documents and money, with the rate the providers' own settlements show, if any.
with movements as (
    select currency, gross, settlement_gross, settlement_currency from core.refunds
    union all
    select currency, gross, null, null from core.credit_notes
    union all
    select currency, amount, null, null from core.payments
    union all
    select currency, gross, null, null from core.orders
)

select
    currency, cast(sum(abs(settlement_gross)) filter (where settlement_currency = $currency) as decimal(18, 2)) as settled,
    cast(sum(abs(gross)) filter (where settlement_currency = $currency) as decimal(18, 2)) as gross
from movements
group by currency
order by currency
