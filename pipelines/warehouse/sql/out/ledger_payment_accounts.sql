-- One row per part of the balance of a payment account at the month's end: money paid out before, each payout of the month, each line still there.
with lines as (
    select
        journal."CompteNum" as account, journal."CompteLib" as account_label, journal."EcritureDate" as entry_date,
        journal."PieceRef" as piece, journal."EcritureLib" as label, journal."Debit" as debit, journal."Credit" as credit,
        journal.entry_id || '/' || journal.line_number as line, payouts.payout_id, payouts.paid_on
    from core.journal as journal
    left join core.refunds as refunds
        on refunds.provider = journal.provider and refunds.refund_id = journal.refund_id and refunds.type = 'refund'
    left join core.payouts as payouts
        on payouts.provider = refunds.provider and payouts.payout_id = refunds.payout_id and payouts.paid_on <= $until
    where journal.month <= $month and journal."CompteNum" in (select unnest($accounts))
),
parts as (
    select
        account, account_label, debit, credit, entry_date, piece, label, paid_on, payout_id,
        case when paid_on < $first then 'earlier' when paid_on is not null then 'paid' else 'standing' end as standing,
        case when paid_on < $first then '' when paid_on is not null then payout_id else line end as part
    from lines
)
select
    account, max(account_label) as account_label, standing, max(entry_date) as entry_date,
    case when standing = 'standing' then max(piece) when standing = 'paid' then max(payout_id) end as piece,
    case when standing = 'standing' then max(label) end as label,
    case when standing = 'paid' then max(paid_on) end as paid_on, count(*) as lines,
    cast(sum(debit) as decimal(18, 2)) as debit, cast(sum(credit) as decimal(18, 2)) as credit
from parts
group by account, standing, part
order by account, standing, entry_date, piece, debit, credit
