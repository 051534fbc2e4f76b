-- No row: what the last posting left is taken away.
truncate core.postings;
truncate core.provider_accounts;
truncate core.exchange_rates;
truncate core.accounts;
truncate core.journals
