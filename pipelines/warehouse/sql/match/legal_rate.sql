-- One row per semester's legal rate.
insert into core.legal_rates values ($first_on, $last_on, $percent);
