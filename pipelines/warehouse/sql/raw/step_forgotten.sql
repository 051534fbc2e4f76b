-- No row but those of steps done with these same inputs: what other inputs gave is no longer what stands.
delete from raw.steps where step = $step or inputs <> $inputs
