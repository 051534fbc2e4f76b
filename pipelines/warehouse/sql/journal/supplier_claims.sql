-- Two rows per returned article found defective: its cost claimed from the supplier (4098), whose own credit note brings 401 and VAT.
insert into core.postings
with claims as (
    select apart.return_id, apart.line_number, apart.sku, apart.received_on, apart."value"
    from core.stock_apart as apart
    inner join core.return_lines as lines on lines.return_id = apart.return_id and lines.line_number = apart.line_number
    where lines.reason_code = 'defective' and apart."value" > 0 and apart.received_on <= $as_of
),

parts as (
    select return_id, line_number, sku, $account_supplier_claims as account, "value" as amount from claims
    union all
    select return_id, line_number, sku, $account_purchases, -"value" from claims
)

select
    'claim:' || claims.return_id || ':' || claims.line_number || ':' || claims.sku as entry_id, $other_journal as journal, claims.received_on as booked_on,
    parts.account, null as auxiliary, claims.return_id as piece, claims.received_on as piece_on,
    'Réclamation au fournisseur, ' || claims.sku as wording, parts.amount, null as currency, null as currency_amount,
    null as credit_note_number, null as provider, null as refund_id, null as item
from claims
inner join parts on parts.return_id = claims.return_id and parts.line_number = claims.line_number and parts.sku = claims.sku
