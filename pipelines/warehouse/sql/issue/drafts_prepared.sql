-- One row per draft prepared and not yet issued.
insert into core.drafts
select
    draft.draft_id, draft.order_id, draft.provider, draft.refund_id, draft.return_id, draft.readiness, draft.explanation,
    draft.happened_on, draft.gross, draft.currency, draft.document
from (select unnest($drafts) as draft)
where draft.draft_id not in (
    select documents.draft_id
    from core.issued_documents as documents
    where documents.credit_note_number not in (select credit_note_number from core.counter_documents)
)
