-- No rows: what exports say is read anew; numbers we issued ourselves stay.
delete from core.orders;
delete from core.order_lines;
delete from core.order_states;
delete from core.payments;
delete from core.returns;
delete from core.return_lines;
delete from core.credit_notes where numbered_by = 'shop';
delete from core.credit_note_lines
where credit_note_number not in (select credit_note_number from core.credit_notes);
delete from core.refunds;
delete from core.payouts;
delete from core.provider_balances;
delete from core.bank_lines;
delete from core.stock_counts;
delete from core.stock_receipts;
delete from core.shop_stock;
delete from core.stock_writeoffs;
delete from core.coverage;
delete from core.opening_balances;
delete from core.opening_numbers;
delete from raw.excluded_rows where kind is not null;
