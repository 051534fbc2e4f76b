-- One row per step: what it just worked from.
insert or replace into raw.fingerprints values ($step, $fingerprint);
