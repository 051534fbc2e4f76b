-- One row per role that credit notes still open play, the debts of money first.
select role
from match_open_notes
where role in ('money', 'exchange')
group by role
order by role desc
