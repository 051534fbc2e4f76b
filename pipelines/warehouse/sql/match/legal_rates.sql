-- One row per semester's legal rate.
insert into core.legal_rates
select rate.first_on, rate.last_on, cast(rate.percent as decimal(5, 2))
from (select unnest($rates) as rate) as found;
