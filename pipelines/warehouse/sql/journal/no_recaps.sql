-- One row per posting that a sealed recap stands for: without daily recaps no other detail is kept.
truncate core.recap_details;
insert into core.recap_details
select recap, piece, entry_id, journal, booked_on, account, auxiliary, document, wording, amount from core.sealed_recap_details
