-- One row when a step last worked from something: what it was.
select fingerprint from raw.fingerprints where step = $step
