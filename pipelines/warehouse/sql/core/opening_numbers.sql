-- One row per number taken over.
insert into core.opening_numbers
select document_number, happened_on, source_file, source_row from used;
