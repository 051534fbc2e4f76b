-- One row per account of each day and journal: the day's entries gathered into one, its detail kept in core.recap_details.
truncate core.recap_details;
insert into core.recap_details
select
    'recap:' || journal || ':' || strftime(booked_on, '%Y-%m-%d') as recap,
    'RECAP-' || journal || '-' || strftime(booked_on, '%Y%m%d') as piece, entry_id, journal, booked_on, account, auxiliary,
    piece as document, wording, amount
from core.postings
where journal <> $other_journal and booked_on = piece_on and currency is null;
delete from core.postings where entry_id in (select entry_id from core.recap_details);
insert into core.postings
select
    recap as entry_id, journal, booked_on, account, auxiliary, piece, booked_on as piece_on,
    'Récapitulatif du ' || strftime(booked_on, '%d/%m/%Y') as wording, cast(sum(amount) as decimal(18, 2)) as amount,
    null as currency, null as currency_amount, null as credit_note_number, null as provider, null as refund_id, null as item
from core.recap_details
group by recap, journal, booked_on, account, auxiliary, piece;
insert into core.recap_details
select recap, piece, entry_id, journal, booked_on, account, auxiliary, document, wording, amount from core.sealed_recap_details
