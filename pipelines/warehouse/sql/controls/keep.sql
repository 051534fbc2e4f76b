-- One row per control total as the last run left it.
create or replace temporary table kept_controls as
select month, "number", name, "left", "right", difference, state, detail from out.controls
