-- One row added: a sealed month.
insert into core.sealed_months values ($month, $hash, $sealed_on, $last_on)
