-- One row per row of a document whose currency is not that of the document's first row.
insert into faults
with mixed as (
    select document, arg_min(currency, source_row) as currency
    from documents
    group by document
    having count(distinct currency) > 1
)
select documents.source_row, $kind, 'currency', documents.currency, 'two-currencies', mixed.currency, null
from documents
inner join mixed on mixed.document = documents.document and mixed.currency <> documents.currency;
