-- One row per pair a person refused or undid.
select credit_note_number, provider, refund_id
from match_refused
