-- One row per sealed document that the warehouse tells otherwise or no longer holds.
select
    sealed.month, sealed.document || ' ' || sealed.id as what, sealed.content as sealed,
    coalesce(documents.content, 'absent') as found
from core.sealed_documents as sealed
left join core.documents as documents on documents.document = sealed.document and documents.id = sealed.id
where documents.content is distinct from sealed.content
order by sealed.month, what
