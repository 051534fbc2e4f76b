-- One row per document of a sealed month that today's files tell otherwise, no longer tell, or tell for the first time.
insert into core.sealed_differences
select sealed.month, 'changed', sealed.document, sealed.id, sealed.content, documents.content
from core.sealed_documents as sealed
inner join core.documents as documents on documents.document = sealed.document and documents.id = sealed.id
where documents.content <> sealed.content
union all
select sealed.month, 'deleted', sealed.document, sealed.id, sealed.content, null
from core.sealed_documents as sealed
left join core.documents as documents on documents.document = sealed.document and documents.id = sealed.id
where documents.id is null
union all
select strftime(documents.happened_on, '%Y-%m'), 'late', documents.document, documents.id, null, documents.content
from core.documents as documents
left join core.sealed_documents as sealed on sealed.document = documents.document and sealed.id = documents.id
where sealed.id is null;
truncate core.late_documents;
insert into core.late_documents
select documents.document, documents.id, documents.happened_on, strftime($last_on + interval 1 day, '%Y-%m') as month
from core.documents as documents
left join core.sealed_documents as sealed on sealed.document = documents.document and sealed.id = documents.id
where sealed.id is null
union all
select document, id, happened_on, month
from core.sealed_documents
where strftime(happened_on, '%Y-%m') <> month
