-- One row: what was reconciled, so that it is not done again.
delete from core.reconciled
where step = 'reconcile';

insert into core.reconciled
values ('reconcile', $fingerprint);
