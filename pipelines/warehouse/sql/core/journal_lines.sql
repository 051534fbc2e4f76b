-- One row per entry line: the 18 FEC columns, a debit or a credit and never both; sealed lines stand as they were sealed.
truncate core.journal;
insert into core.journal
select
    lines.journal, journals.label, lines.number, lines.booked_on, lines.account, accounts.label, lines.auxiliary,
    case
        when lines.auxiliary is null then null
        when $auxiliaries = 'customer' and lines.auxiliary <> 'WEB' then 'CLIENT WEB'
        else 'Clients ' || lines.auxiliary
    end,
    lines.piece, lines.piece_on, lines.wording, greatest(lines.amount, 0), greatest(-lines.amount, 0), letterings.code,
    letterings.lettered_on, last_day(lines.booked_on), lines.currency_amount, lines.currency, lines.entry_id, lines.line_number,
    strftime(lines.booked_on, '%Y-%m'), lines.credit_note_number, lines.provider, lines.refund_id, lines.item
from numbered_lines as lines
inner join core.accounts as accounts on accounts.account = lines.account
inner join core.journals as journals on journals.journal = lines.journal
left join core.letterings as letterings
    on letterings.entry_id = lines.entry_id and letterings.line_number = lines.line_number
union all
select
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib",
    "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", letterings.code, letterings.lettered_on, "ValidDate",
    "Montantdevise", "Idevise", lines.entry_id, lines.line_number, month, credit_note_number, provider, refund_id, item
from core.sealed_lines as lines
left join core.letterings as letterings
    on letterings.entry_id = lines.entry_id and letterings.line_number = lines.line_number;
drop table numbered_lines;
drop table numbered_entries
