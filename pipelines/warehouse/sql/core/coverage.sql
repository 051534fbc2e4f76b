-- One row per source and day it speaks for: the calendar of what was covered.
insert into core.coverage
select 'orders', null, ordered_on, count(*) from core.orders group by all
union all
select 'returns', null, notified_on, count(*) from core.returns group by all
union all
select 'refunds', provider, created_on, count(*) from core.refunds group by all
union all
select 'payments', provider, captured_on, count(*) from core.payments group by all
union all
select 'bank', account, booked_on, count(*) from core.bank_lines group by all;
