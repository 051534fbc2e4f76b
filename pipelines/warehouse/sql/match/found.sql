-- One row: whether the round found anything.
select exists (select 1 from match_new)
