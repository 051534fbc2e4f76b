-- One row per total the file in hand prints, beside what its rows come to.
select name, currency, stated, found from printed_totals order by source_row, name
