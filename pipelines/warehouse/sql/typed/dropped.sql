-- No rows: what stood between the rows read and the facts made of them.
drop view if exists used;
drop table if exists used_rows;
drop table if exists told;
drop table if exists tellings;
drop table if exists outcomes;
drop table if exists origins;
drop table if exists order_aliases;
drop table if exists typed;
