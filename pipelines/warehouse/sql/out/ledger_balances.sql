-- One row per account that ever moved up to the month: its balance before, and the month's debit and credit.
select
    "CompteNum", max("CompteLib") as account_label,
    cast(coalesce(sum("Debit" - "Credit") filter (where month < $month), 0) as decimal(18, 2)) as opening,
    cast(coalesce(sum("Debit") filter (where month = $month), 0) as decimal(18, 2)) as debit,
    cast(coalesce(sum("Credit") filter (where month = $month), 0) as decimal(18, 2)) as credit
from core.journal
where month <= $month
group by "CompteNum"
order by "CompteNum"
