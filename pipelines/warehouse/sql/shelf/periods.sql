-- One row per month that has left the open state.
select month, state from periods order by month
