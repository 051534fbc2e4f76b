-- One row: what was reconciled last.
select fingerprint
from core.reconciled
where step = 'reconcile'
