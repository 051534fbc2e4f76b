-- One row per share found one order at a time: proposals as they are, confirmed ones as the round's find.
insert into match_allocated
select share.credit_note_number, share.provider, share.refund_id, cast(share.amount as decimal(18, 2)), share.rule, share.status, 'rule'
from (select unnest($shares) as share) as found
where share.status = 'proposed';

create or replace temporary table match_new as
select share.credit_note_number, share.provider, share.refund_id, cast(share.amount as decimal(18, 2)) as amount, share.rule
from (select unnest($shares) as share) as found
where share.status = 'confirmed';
