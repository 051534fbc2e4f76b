-- Three rows per return whose label the shop paid: the carriage, its French VAT, and what is owed to the carrier.
insert into core.postings
with labels as (
    select
        return_id, coalesce(sent_on, received_on, notified_on) as booked_on, carriage_cost as gross,
        cast(((cast(carriage_cost * 100 as bigint) * 2 + 6) // 12) * 0.01 as decimal(18, 2)) as vat
    from core.returns
    where carriage_paid_by = 'merchant' and carriage_cost > 0
),

parts as (
    select return_id, $account_carriage as account, case when $franchise then gross else gross - vat end as amount from labels
    union all
    select return_id, $account_vat_deductible, vat from labels where not $franchise
    union all
    select return_id, $account_suppliers, -gross from labels
)

select
    'carriage:' || labels.return_id as entry_id, $other_journal as journal, labels.booked_on, parts.account, null as auxiliary,
    labels.return_id as piece, labels.booked_on as piece_on, 'Port du retour ' || labels.return_id as wording,
    cast(parts.amount as decimal(18, 2)) as amount, null as currency, null as currency_amount, null as credit_note_number,
    null as provider, null as refund_id, null as item
from labels
inner join parts on parts.return_id = labels.return_id
where labels.booked_on <= $as_of
