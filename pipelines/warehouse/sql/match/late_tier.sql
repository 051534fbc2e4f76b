-- One row per range of days late.
insert into core.late_scale values ($legal_basis, $first_day, $last_day, $percent);
