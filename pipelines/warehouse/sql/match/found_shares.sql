-- One row per share found one order at a time: proposals as they are, confirmed ones as the round's find.
create or replace temporary table match_shares as
select share.credit_note_number, share.provider, share.refund_id, cast(share.amount as decimal(18, 2)) as amount, share.rule, share.status
from (select unnest($shares) as share) as found;

insert into match_allocated
select credit_note_number, provider, refund_id, amount, rule, status, 'rule'
from match_shares
where status = 'proposed';

create or replace temporary table match_new as
select credit_note_number, provider, refund_id, amount, rule
from match_shares
where status = 'confirmed';
