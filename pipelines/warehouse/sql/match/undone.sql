-- One row per refund that failed after it was made, on the credit note it had settled: revoked.
insert into match_allocated
with undone as (
    select provider, refund_id, currency, gross, created_on, order_id
    from match_refunds
    where life = 'undone'
),

named as (
    select names.credit_note_number, undone.provider, undone.refund_id, notes.gross as owed, undone.gross as paid, names.rule, 1 as choice, notes.issued_on
    from undone
    inner join match_names as names on names.provider = undone.provider and names.refund_id = undone.refund_id
    inner join match_notes as notes on notes.credit_note_number = names.credit_note_number and notes.currency = undone.currency
    where notes.role <> 'credit'
),

ordered as (
    select
        notes.credit_note_number, undone.provider, undone.refund_id, notes.gross as owed, undone.gross as paid, 'payment' as rule,
        case when notes.gross = undone.gross and open.credit_note_number is not null then 2 when notes.gross = undone.gross then 3 else 4 end as choice,
        notes.issued_on
    from undone
    inner join match_notes as notes on notes.order_id = undone.order_id and notes.currency = undone.currency and notes.role = 'money'
    left join match_open_notes as open on open.credit_note_number = notes.credit_note_number
),

ranked as (
    select
        credit_note_number, provider, refund_id, owed, paid, rule,
        row_number() over (partition by provider, refund_id order by choice, issued_on, credit_note_number) as place
    from (
        select credit_note_number, provider, refund_id, owed, paid, rule, choice, issued_on from named
        union all
        select credit_note_number, provider, refund_id, owed, paid, rule, choice, issued_on from ordered
    ) as choices
)

select credit_note_number, provider, refund_id, cast(least(owed, paid) as decimal(18, 2)), rule, 'revoked', 'rule'
from ranked
where place = 1;
