-- One row per control total as the last run left it, again.
truncate out.controls;
insert into out.controls
select month, "number", name, "left", "right", difference, state, detail from kept_controls
