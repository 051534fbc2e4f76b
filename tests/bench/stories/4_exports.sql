-- One row per order, payment, credit note, return and movement of money, as the shop's exports would have filled the warehouse.
insert into core.orders (
    order_id, ordered_at, ordered_on, customer_email, country, currency, status, net, vat, gross, source_file, source_row
)
select
    order_id, timestamp '2026-07-01', date '2026-07-01', 'client' || number || '@example.fr', 'FR', 'EUR', 'delivered', 500, 100, 600, '0', number
from stories;

insert into core.payments (
    provider, payment_id, order_id, captured_at, captured_on, amount, currency, payout_id, source_file, source_row
)
select
    case when story = 'payout' then 'mollie' else 'stripe' end, payment_id, order_id, timestamp '2026-07-01', date '2026-07-01',
    case when story = 'exceeds' then amount else 600 end, 'EUR', case when story = 'payout' then 'po_' || number end, '0', number
from stories
where story <> 'stranger';

insert into core.credit_notes (
    credit_note_number, numbered_by, series, issued_at, issued_on, order_id, origin_invoices, nature, settlement, currency, net, vat, gross,
    provider_refund_id, state, source_file, source_row
)
select
    credit_note_number, 'shop', 'AV', issued_on, issued_on, order_id, [],
    case when story in ('late', 'prompt', 'unreturned', 'overcredited') then 'return' else 'price_reduction' end,
    case when story = 'store_credit' then 'store_credit' else 'refund' end, 'EUR', gross - round(gross * 0.1667, 2),
    round(gross * 0.1667, 2), gross,
    case when means = 'recorded' and story in ('simple', 'under', 'over', 'cents') then 're_' || number || '_1' end, 'issued', '0', number * 2 + note
from planned_notes;

insert into core.credit_note_lines (
    credit_note_number, line_number, order_id, line_type, sku, title, quantity, vat_rate, net, vat, gross, source_file, source_row
)
select
    credit_note_number, 1, order_id, 'product', 'ART-1', 'Article', case when story = 'overcredited' then 2 else 1 end, 20,
    gross - round(gross * 0.1667, 2), round(gross * 0.1667, 2), gross, '0', number
from planned_notes
where story in ('late', 'prompt', 'unreturned', 'overcredited');

insert into core.returns (
    return_id, order_id, notified_at, notified_on, received_at, received_on, legal_basis, source_file, source_row
)
select
    'RT-' || number, order_id, told, told, told + 3, told + 3, 'withdrawal', '0', number
from (
    select number, order_id, case when story = 'late' then date '2026-07-15' else date '2026-08-01' + day end as told
    from stories
    where story in ('late', 'prompt', 'uncredited', 'overcredited')
) as returned;

insert into core.return_lines (return_id, line_number, order_id, sku, quantity, received_on, disposition, source_file, source_row)
select return_id, 1, order_id, 'ART-1', 1, received_on, 'restock', '0', source_row
from core.returns;

insert into core.refunds (
    provider, refund_id, type, status, payment_id, order_reference, credit_note_number, created_at, created_on, gross, fee, net, currency,
    payout_id, description, state, source_file, source_row
)
with told as (
    select
        number, order_id, payment_id, story, refund, credit_note_number, gross, created_on, means,
        story in ('twins', 'grouped', 'crossed', 'tie', 'undocumented', 'duplicate', 'other_means', 'stranger') as is_order_only
    from planned_refunds
)

select
    case story when 'other_means' then 'paypal' when 'payout' then 'mollie' else 'stripe' end, 're_' || number || '_' || refund, 'refund',
    case when story = 'pending' then 'pending' else 'succeeded' end,
    case when story in ('exceeds', 'payout') or means = 'payment' and story not in ('other_means', 'stranger') then payment_id end,
    case
        when story = 'stranger' then 'ZZ-' || (number + 5000000000)
        when story = 'other_means' or means = 'reference' or means = 'note' and is_order_only then order_id
        when means = 'recorded' and story not in ('simple', 'under', 'over', 'cents') then order_id
        when means = 'short' then '#' || number
    end,
    case when means = 'note' and not is_order_only then credit_note_number end,
    created_on + interval 12 hour, created_on, gross, case when story = 'fee' then 0.30 end, case when story = 'fee' then -gross end,
    case when story = 'currency' then 'USD' else 'EUR' end, case when story = 'payout' then 'po_' || number end,
    case when means = 'text' and story <> 'stranger' then 'Remboursement ' || lower(order_id) || ' merci' end, 'open', '0', number * 3 + refund
from told;

insert into core.refunds (provider, refund_id, type, status, payment_id, created_at, created_on, gross, currency, description, state, source_file, source_row)
select 'stripe', 're_' || number || '_1', 'refund_failure', 'succeeded', null, created_on + interval 36 hour, created_on + 1, gross, 'EUR', null, 'open', '1', number
from planned_refunds
where story in ('failed', 'retried') and refund = 1
union all
select 'stripe', 'dp_' || number, 'dispute', 'succeeded', payment_id, created_on + interval 36 hour, created_on + 1, gross, 'EUR', null, 'open', '1', number
from planned_refunds
where story = 'disputed'
union all
select 'stripe', 'ad_' || number, 'adjustment', 'succeeded', null, created_on + interval 36 hour, created_on + 1, -3.00, 'EUR', 'crédit', 'open', '1', number
from planned_refunds
where story = 'movement';

insert into core.payouts (provider, payout_id, paid_at, paid_on, amount, currency, source_file, source_row)
select 'mollie', 'po_' || number, date '2026-09-10', date '2026-09-10', 600 - gross - case when number % 2 = 0 then 1.00 else 0 end, 'EUR', '0', number
from planned_refunds
where story = 'payout';
