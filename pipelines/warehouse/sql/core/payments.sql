-- One row per payment taken at a provider.
insert into core.payments
select
    provider, payment_id, order_id, method, captured_at, happened_on, amount, currency, fee, net, payout_id,
    settlement_amount, settlement_currency, source_file, source_row
from used;
