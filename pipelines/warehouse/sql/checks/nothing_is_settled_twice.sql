-- One row: how many credit notes are settled beyond their amount by confirmed pairs.
with settled as (
    select credit_note_number, sum(amount) as amount
    from core.allocations
    where status = 'confirmed'
    group by credit_note_number
)

select count(*)
from settled
inner join core.credit_notes as notes using (credit_note_number)
where settled.amount > notes.gross
