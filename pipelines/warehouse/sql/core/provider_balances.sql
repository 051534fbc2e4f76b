-- One row per balance a provider prints.
insert into core.provider_balances
select provider, as_of_at, happened_on, currency, available, pending, source_file, source_row from used;
