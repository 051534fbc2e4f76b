-- One row per part of a refund that settles part of a credit note, and per refund whose payment is known: empty before the first rule.
create or replace temporary table match_allocated as
select note, movement, cast(0 as decimal(18, 2)) as amount, rule, '' as status, '' as decided_by
from match_names
where false;

create or replace temporary table match_new as
select note, movement, amount, rule
from match_allocated;

create or replace temporary table match_payment_keys as
select movement, payment_id as payment_key
from match_movements
where false;
