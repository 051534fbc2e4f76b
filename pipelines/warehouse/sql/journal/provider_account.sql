-- One row added: where a provider's money of one currency stands in the books.
insert into core.provider_accounts values ($provider, $currency, $account, $journal, $fee_vat, $settling)
