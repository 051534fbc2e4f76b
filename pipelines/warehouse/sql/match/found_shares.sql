-- One row per share found one order at a time: proposals as they are, confirmed ones as the round's find.
create or replace temporary table match_shares as
select notes.note, refunds.movement, cast(share.amount as decimal(18, 2)) as amount, share.rule, share.status
from (select unnest($shares) as share) as found
inner join match_open_notes as notes on notes.credit_note_number = share.credit_note_number
inner join match_open_refunds as refunds on refunds.provider = share.provider and refunds.refund_id = share.refund_id;

insert into match_allocated
select note, movement, amount, rule, status, 'rule'
from match_shares
where status = 'proposed';

create or replace temporary table match_new as
select note, movement, amount, rule
from match_shares
where status = 'confirmed';
