-- One row per payout.
insert into core.payouts
select provider, payout_id, paid_at, happened_on, amount, currency, bank_reference, source_file, source_row from used;
