-- One row per part just found, added to the others; what is left on either side is less by it, and what has nothing left is open no more.
insert into match_allocated
select note, movement, amount, rule, 'confirmed', 'rule'
from match_new;

update match_open_notes
set amount = cast(match_open_notes.amount - taken.amount as decimal(18, 2)), is_touched = true
from (
    select note, sum(amount) as amount
    from match_new
    group by note
) as taken
where taken.note = match_open_notes.note;

delete from match_open_notes
where amount <= 0;

update match_open_refunds
set amount = cast(match_open_refunds.amount - taken.amount as decimal(18, 2)), is_touched = true
from (
    select movement, sum(amount) as amount
    from match_new
    group by movement
) as taken
where taken.movement = match_open_refunds.movement;

delete from match_open_refunds
where amount <= 0;
