-- One row per provider and currency in which its account moves.
select provider, coalesce(settlement_currency, currency) as currency from core.refunds
union
select provider, currency from core.payments
union
select provider, currency from core.payouts
order by provider, currency
