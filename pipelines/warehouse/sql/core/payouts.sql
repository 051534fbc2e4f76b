-- One row per payout.
insert into core.payouts
select provider, payout_id, paid_at, happened_on, amount, currency, bank_reference, source_file, source_row from used;
-- Shopify's list of payouts has no ids: such a row is the payout that its list of transactions names, if there is one.
update core.payouts as named set bank_reference = listed.bank_reference
from core.payouts as listed
where named.provider = 'shopify_payments' and listed.provider = 'shopify_payments'
    and starts_with(listed.payout_id, cast(listed.paid_on as varchar) || ' ')
    and not starts_with(named.payout_id, cast(named.paid_on as varchar) || ' ')
    and named.paid_on = listed.paid_on and named.amount = listed.amount and named.currency = listed.currency
    and listed.bank_reference is not null;
delete from core.payouts as listed
using core.payouts as named
where named.provider = 'shopify_payments' and listed.provider = 'shopify_payments'
    and starts_with(listed.payout_id, cast(listed.paid_on as varchar) || ' ')
    and not starts_with(named.payout_id, cast(named.paid_on as varchar) || ' ')
    and named.paid_on = listed.paid_on and named.amount = listed.amount and named.currency = listed.currency;
