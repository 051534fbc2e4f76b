-- One row per refund that failed after it was made, on the credit note it had settled: revoked.
insert into match_allocated
with undone as (
    select movement, currency, gross, order_id
    from match_refunds
    where life = 'undone'
),

named as (
    select
        names.note, undone.movement, notes.gross as owed, undone.gross as paid, names.rule, 1 as choice, notes.issued_on, notes.credit_note_number
    from undone
    inner join match_names as names on names.movement = undone.movement
    inner join match_notes as notes on notes.note = names.note and notes.currency = undone.currency
    where notes.role <> 'credit'
),

ordered as (
    select
        notes.note, undone.movement, notes.gross as owed, undone.gross as paid, 'payment' as rule,
        case when notes.gross = undone.gross and open.note is not null then 2 when notes.gross = undone.gross then 3 else 4 end as choice,
        notes.issued_on, notes.credit_note_number
    from undone
    inner join match_notes as notes on notes.order_id = undone.order_id and notes.currency = undone.currency and notes.role = 'money'
    left join match_open_notes as open on open.note = notes.note
),

ranked as (
    select
        note, movement, owed, paid, rule,
        row_number() over (partition by movement order by choice, issued_on, credit_note_number) as place
    from (
        select note, movement, owed, paid, rule, choice, issued_on, credit_note_number from named
        union all
        select note, movement, owed, paid, rule, choice, issued_on, credit_note_number from ordered
    ) as choices
)

select note, movement, cast(least(owed, paid) as decimal(18, 2)), rule, 'revoked', 'rule'
from ranked
where place = 1;
