-- One row per posting of the month that a daily recap stands for, recap by recap.
select piece, journal, booked_on, document, wording, account, auxiliary, greatest(amount, 0) as debit, greatest(-amount, 0) as credit
from core.recap_details
where strftime(booked_on, '%Y-%m') = $month
order by piece, document, debit = 0, account, auxiliary, debit, credit
