-- One row per credit note that lacks a mention the law asks for, or that was refused at issue.
insert into core.break_findings
with faulty as (
    select
        notes.credit_note_number, notes.order_id, notes.gross, notes.currency, notes.vat, notes.issued_on,
        concat_ws(
            ', ',
            if(sales.lacks_name, core.say($language, 'nom du client', 'the customer''s name'), null),
            if(sales.lacks_address, core.say($language, 'adresse du client', 'the customer''s address'), null),
            if(
                sales.is_company and not regexp_full_match(notes.credit_note_number, '[A-Za-z0-9+\-_/ ]{1,35}'),
                core.say($language, 'numéro de 35 signes au plus, lettres, chiffres et - + _ /', 'a number of at most 35 letters, digits and - + _ /'), null
            ),
            if(
                notes.issued_on < list_min(list_transform(notes.origin_invoices, lambda invoice: invoice.issued_on)),
                core.say($language, 'date qui ne précède pas celle de la facture', 'a date not before the invoice''s'), null
            )
        ) as missing
    from core.credit_notes as notes
    left join proof_odd_sales as sales on sales.order_id = notes.order_id
    where notes.state not in ('draft', 'cancelled') and (sales.order_id is not null or len(notes.origin_invoices) > 0)
)
select
    'document_invalid', credit_note_number, null, null, order_id, null, null, gross, currency, vat,
    missing, core.say($language, 'mention absente ou fausse', 'missing or wrong'), issued_on
from faulty
where missing <> ''
union all
select
    'document_invalid', null, provider, refund_id, order_id, null, null, gross, currency, null,
    core.say($language, 'document conforme avant numérotation', 'a sound document before it is numbered'), faults, found_on
from core.document_faults;
