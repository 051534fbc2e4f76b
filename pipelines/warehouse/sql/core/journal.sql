-- One row per entry line: the 18 FEC columns, entries numbered without a gap in each journal, a debit or a credit and never both.
truncate core.journal;
insert into core.journal
with lines as (
    select
        journal, entry_id, booked_on, account, auxiliary, piece, piece_on, wording, credit_note_number, provider, refund_id, item,
        currency, cast(sum(amount) as decimal(18, 2)) as amount, cast(sum(currency_amount) as decimal(18, 2)) as currency_amount
    from core.postings
    group by
        journal, entry_id, booked_on, account, auxiliary, piece, piece_on, wording, credit_note_number, provider, refund_id, item,
        currency
    having sum(amount) <> 0
),

last_numbers as (
    select "JournalCode" as journal, max(cast("EcritureNum" as bigint)) as position from core.sealed_lines group by "JournalCode"
),

positions as (
    select
        journal, entry_id, row_number() over (partition by journal order by min(booked_on), entry_id) as position
    from lines
    group by journal, entry_id
),

entries as (
    select
        positions.journal, positions.entry_id, cast(positions.position + coalesce(last_numbers.position, 0) as varchar) as number
    from positions
    left join last_numbers on last_numbers.journal = positions.journal
)

select
    lines.journal, journals.label, case when length(entries.number) < 6 then lpad(entries.number, 6, '0') else entries.number end,
    lines.booked_on, lines.account, accounts.label, lines.auxiliary,
    case
        when lines.auxiliary is null then null
        when $auxiliaries = 'customer' and lines.auxiliary <> 'WEB' then 'CLIENT WEB'
        else 'Clients ' || lines.auxiliary
    end,
    lines.piece, lines.piece_on, lines.wording,
    greatest(lines.amount, 0), greatest(-lines.amount, 0), null, null, last_day(lines.booked_on),
    lines.currency_amount, lines.currency, lines.entry_id,
    row_number() over (
        partition by lines.entry_id
        order by case when lines.amount > 0 then 0 else 1 end, lines.account, lines.auxiliary, lines.item
    ),
    strftime(lines.booked_on, '%Y-%m'), lines.credit_note_number, lines.provider, lines.refund_id, lines.item
from lines
inner join entries on entries.journal = lines.journal and entries.entry_id = lines.entry_id
inner join core.accounts as accounts on accounts.account = lines.account
inner join core.journals as journals on journals.journal = lines.journal
union all
select
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib",
    "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", null, null, "ValidDate", "Montantdevise", "Idevise", entry_id,
    line_number, month, credit_note_number, provider, refund_id, item
from core.sealed_lines
