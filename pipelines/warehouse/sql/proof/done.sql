-- One row: what was proved last.
select fingerprint
from core.reconciled
where step = 'prove'
