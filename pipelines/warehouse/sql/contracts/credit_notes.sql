-- One row per row of core.credit_notes from the files named, its amounts in whole cents.
select credit_note_number, nature, settlement, cast(cast(net as decimal(38, 2)) * 100 as bigint) as net_cents, cast(cast(vat as decimal(38, 2)) * 100 as bigint) as vat_cents, cast(cast(gross as decimal(38, 2)) * 100 as bigint) as gross_cents
from core.credit_notes
where list_contains(cast($files as varchar[]), source_file)
