-- One row: what the count did, in figures.
select
    (select count(*) from changed_moves where change = 'added'), (select count(*) from changed_moves where change = 'removed'),
    (select count(*) from touched), (select count(*) from core.stock_positions), (select count(*) from core.stock_changes)
