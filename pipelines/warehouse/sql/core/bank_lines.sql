-- One row per line of a bank statement.
insert into core.bank_lines
select account, line_id, booked_on, amount, currency, label, reference, source_file, source_row from used;
