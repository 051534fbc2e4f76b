-- No row: the step is no longer done.
delete from raw.steps where step = $step
