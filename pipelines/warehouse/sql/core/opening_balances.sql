-- One row per account taken over.
insert into core.opening_balances
select account, label, happened_on, debit, credit, source_file, source_row from used;
