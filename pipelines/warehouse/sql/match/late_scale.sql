-- One row per range of days late.
insert into core.late_scale
select tier.legal_basis, tier.first_day, tier.last_day, cast(tier.percent as decimal(9, 2))
from (select unnest($tiers) as tier) as found;
