"""The sets of a shop too large for one machine, on an existing Spark: the same `.sql` files, told in Spark's words."""
