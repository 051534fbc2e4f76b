-- One row per pair a person decided, and what it takes from either side.
insert into match_allocated
values ($credit_note_number, $provider, $refund_id, $amount, 'decision', 'confirmed', $author);
