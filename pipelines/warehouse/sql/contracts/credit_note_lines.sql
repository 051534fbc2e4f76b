-- One row per row of core.credit_note_lines from the files named, its amounts in whole cents.
select credit_note_number, line_number, line_type, cast(cast(net as decimal(38, 2)) * 100 as bigint) as net_cents, cast(cast(vat as decimal(38, 2)) * 100 as bigint) as vat_cents, cast(cast(gross as decimal(38, 2)) * 100 as bigint) as gross_cents, cast(cast(quantity as decimal(38, 3)) * 1000 as bigint) as quantity_thousandths
from core.credit_note_lines
where list_contains(cast($files as varchar[]), source_file)
