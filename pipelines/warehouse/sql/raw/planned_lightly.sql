-- No rows: from here on statements are planned for few rows, where planning costs more than running: one thread, and the
-- searches left out that only gain time on many rows, or that have a file of a table say whether cells were ever empty.
set threads = 1;
set disabled_optimizers = 'join_order,statistics_propagation,common_subplan,common_subexpressions,join_filter_pushdown,projection_pullup,projection_placement';
