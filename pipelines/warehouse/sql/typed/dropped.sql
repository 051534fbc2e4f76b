-- No rows: what stood between the rows read and the facts made of them.
drop view used;
drop table used_rows;
drop table told;
drop table tellings;
drop table outcomes;
drop table origins;
drop table order_aliases;
drop table typed;
