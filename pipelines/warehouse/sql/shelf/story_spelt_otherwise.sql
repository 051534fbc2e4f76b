-- One row per number of a return that differs from $lower by its capitals alone; twenty at most.
select distinct credit_note_number from allocations where lower(refund_id) = $lower
union
select distinct order_id from returns_proof where lower(order_id) = $lower
union
select distinct return_id from returns_proof where lower(return_id) = $lower
union
select distinct credit_note_number from returns_proof where lower(credit_note_number) = $lower
order by 1
limit 20
