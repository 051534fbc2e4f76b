-- One row per open break: its id.
select break_id from breaks where status = 'open'
