-- One row per credit note that names no invoice, in a shop whose exports do name invoices (law.md §1.1: its VAT is at stake).
insert into core.break_findings
select
    'missing_origin_invoice', credit_note_number, null, null, order_id, null, null, gross, currency, vat,
    core.say($language, 'facture d''origine', 'an origin invoice'), core.say($language, 'aucune facture citée', 'no invoice named'), issued_on
from core.credit_notes
where
    state not in ('draft', 'cancelled')
    and coalesce(len(list_filter(origin_invoices, lambda invoice: coalesce(invoice."number", '') <> '')), 0) = 0
    and order_id not in (select order_id from proof_odd_sales where is_unknown)
    and exists (select 1 from core.orders where invoice_number is not null)
