-- One row per draft refused at issue, until it is issued after all.
insert or replace into core.document_faults
select $draft_id, $order_id, nullif($provider, ''), nullif($refund_id, ''), $gross, $currency, $faults, $found_on
where $draft_id not in (select draft_id from core.issued_documents)
