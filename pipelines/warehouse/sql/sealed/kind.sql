-- One row added: a kind of entry the month posted when it was sealed.
insert into core.sealed_kinds values ($month, $kind)
