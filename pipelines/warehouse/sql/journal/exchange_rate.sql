-- One row added: what one unit of a currency is worth in the shop's.
insert into core.exchange_rates values ($currency, $rate)
