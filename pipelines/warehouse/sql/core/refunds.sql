-- One row per movement of money back, its state as far as it alone tells.
insert into core.refunds
select
    provider, refund_id, type, status, payment_id, order_reference, credit_note_number, customer_email, created_at,
    happened_on, gross, fee, net, currency, settlement_gross, settlement_currency, payout_id, description, updated_at,
    case status when 'pending' then 'pending' when 'succeeded' then 'open' else 'failed' end, source_file, source_row
from used;
