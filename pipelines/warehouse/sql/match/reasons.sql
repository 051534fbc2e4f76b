-- One row per reason code.
insert into core.reasons
select reason.reason_code, reason.legal_basis
from (select unnest($reasons) as reason) as found;
