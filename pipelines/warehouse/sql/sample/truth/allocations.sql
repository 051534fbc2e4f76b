-- One row per true pair: which refund settles how much of which credit note, and what its data allow to prove, written to $path.
copy (
    select credit_note_number, provider, refund_id, order_id, amount, currency, proof, story from sample.allocations order by credit_note_number, refund_id
) to $path (format csv, header);
