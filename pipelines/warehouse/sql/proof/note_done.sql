-- One row: what was proved; forgotten while it is being done again, so that a run cut short is done whole.
delete from core.reconciled
where step = 'prove';

insert into core.reconciled
select 'prove', $fingerprint
where $fingerprint <> '';
