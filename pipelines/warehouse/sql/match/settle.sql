-- One row per part just found, added to the others; what is left on either side is less by it, and what has nothing left is open no more.
insert into match_allocated
select credit_note_number, provider, refund_id, amount, rule, 'confirmed', 'rule'
from match_new;

update match_open_notes
set amount = cast(match_open_notes.amount - taken.amount as decimal(18, 2)), is_touched = true
from (
    select credit_note_number, sum(amount) as amount
    from match_new
    group by credit_note_number
) as taken
where taken.credit_note_number = match_open_notes.credit_note_number;

delete from match_open_notes
where amount <= 0;

update match_open_refunds
set amount = cast(match_open_refunds.amount - taken.amount as decimal(18, 2)), is_touched = true
from (
    select provider, refund_id, sum(amount) as amount
    from match_new
    group by provider, refund_id
) as taken
where taken.provider = match_open_refunds.provider and taken.refund_id = match_open_refunds.refund_id;

delete from match_open_refunds
where amount <= 0;
