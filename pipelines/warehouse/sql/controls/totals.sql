-- One row: how many controls tie, differ, and have no source.
select
    count(*) filter (where state = 'ties') as ties, count(*) filter (where state = 'differs') as differs,
    count(*) filter (where state = 'not_observed') as not_observed
from out.controls
