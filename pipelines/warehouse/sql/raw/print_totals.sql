-- One row per total the file in hand prints, beside what its rows come to.
insert into printed_totals by name from printing;
