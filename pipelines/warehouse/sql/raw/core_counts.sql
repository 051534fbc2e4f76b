-- One row: how many facts of each kind are known, and how many sightings were set aside.
select
    (select count(*) from core.orders), (select count(*) from core.order_lines), (select count(*) from core.payments),
    (select count(*) from core.returns), (select count(*) from core.credit_notes where numbered_by = 'shop'),
    (select count(*) from core.refunds), (select count(*) from core.payouts), (select count(*) from core.bank_lines),
    (select count(*) from raw.excluded_rows where reason = 'superseded'),
    (select count(*) from raw.excluded_rows where reason = 'duplicate'),
    (select count(*) from raw.excluded_rows where reason = 'after_as_of'),
    (select count(*) from raw.excluded_rows where reason = 'told_by_provider')
