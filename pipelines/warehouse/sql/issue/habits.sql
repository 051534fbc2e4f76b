-- One row: whether the shop numbers credit notes of its own, and whether its exports tell of returns.
select
    exists (select 1 from core.credit_notes where numbered_by = 'shop'),
    exists (select 1 from core.returns)
