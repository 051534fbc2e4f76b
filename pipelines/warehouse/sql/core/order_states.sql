-- One row per change of an order's state.
insert into core.order_states
select order_id, status, changed_at, happened_on, source_file, source_row from used;
