-- One row per reason code.
insert into core.reasons values ($reason_code, $legal_basis);
