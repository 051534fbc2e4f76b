-- One row per entry line, in a table of its own until lettering is known: entries numbered without a gap in each journal.
create or replace temporary table numbered_entries as
with entries as (
    select journal, entry_id, min(booked_on) as booked_on, count(*) as lines
    from core.postings
    where amount <> 0
    group by journal, entry_id
),

ordered as (
    select journal, entry_id, lines, row_number() over (order by journal, booked_on, entry_id) as rank from entries
),

firsts as (
    select journal, min(rank) as rank from ordered group by journal
),

last_numbers as (
    select "JournalCode" as journal, max(cast("EcritureNum" as bigint)) as position from core.sealed_lines group by "JournalCode"
)

select
    ordered.journal, ordered.entry_id, ordered.rank, ordered.rank - firsts.rank + 1 + coalesce(last_numbers.position, 0) as position,
    sum(ordered.lines) over (order by ordered.rank rows between unbounded preceding and current row) - ordered.lines as lines_before
from ordered
inner join firsts on firsts.journal = ordered.journal
left join last_numbers on last_numbers.journal = ordered.journal;
create or replace temporary table line_numbers as
select
    postings.rowid as place, entries.position,
    cast(row_number() over (
        order by
            entries.rank, case when postings.amount > 0 then 0 else 1 end, postings.account, postings.auxiliary, postings.amount
    ) - entries.lines_before as integer) as line_number
from core.postings as postings
inner join numbered_entries as entries on entries.journal = postings.journal and entries.entry_id = postings.entry_id
where postings.amount <> 0;
create or replace temporary table numbered_lines as
select
    postings.journal,
    case
        when numbers.position < 1000000 then lpad(cast(numbers.position as varchar), 6, '0')
        else cast(numbers.position as varchar)
    end as number,
    postings.entry_id, postings.booked_on, postings.account, postings.auxiliary, postings.piece, postings.piece_on,
    postings.wording, postings.amount, postings.currency, postings.currency_amount, postings.credit_note_number, postings.provider,
    postings.refund_id, postings.item, numbers.line_number
from core.postings as postings
inner join line_numbers as numbers on numbers.place = postings.rowid;
drop table line_numbers
