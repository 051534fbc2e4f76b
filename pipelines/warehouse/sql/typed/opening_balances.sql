-- One row per account taken over in each file that has it, exact.
create or replace temp table typed as
select
    concat_ws(chr(31), lines.account, day_of(lines.balance_on)) as identity, null::timestamp as updated_at, 0 as finality,
    files.latest_at, lines.source_file, lines.source_row, day_of(lines.balance_on) as happened_on, lines.account, lines.label,
    amount_of(lines.debit) as debit, amount_of(lines.credit) as credit
from raw.opening_balances as lines
inner join raw.files as files on files.sha256 = lines.source_file
anti join raw.rejected_rows as refused using (source_file, source_row);
