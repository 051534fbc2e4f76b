-- One row: how much was reconciled.
select
    count(*) filter (where status = 'confirmed') as confirmed, count(*) filter (where status = 'proposed') as proposed,
    count(*) filter (where status = 'revoked') as revoked, coalesce(sum(amount) filter (where status = 'confirmed'), 0) as amount
from core.allocations
