-- No rows: from here on statements are planned for many rows.
reset threads;
reset disabled_optimizers;
