-- One row per part of the balance of a payment account at the month's end: what payouts have settled, what stood there before
-- the month, each refund and payout of the month, each day's takings and fees.
with movements as (
    select 'payment:' || provider || ':' || payment_id as entry_id, payout_id from core.payments where payout_id is not null
    union all
    select 'fee:payment:' || provider || ':' || payment_id, payout_id from core.payments where payout_id is not null
    union all
    select 'refund:' || provider || ':' || refund_id || ':' || type, payout_id from core.refunds where payout_id is not null
    union all
    select 'fee:' || type || ':' || provider || ':' || refund_id, payout_id from core.refunds where payout_id is not null
),
lines as (
    select
        journal."CompteNum" as account, journal."CompteLib" as account_label, journal."EcritureDate" as entry_date,
        journal."PieceRef" as piece, journal."EcritureLib" as label, journal."Debit" as debit, journal."Credit" as credit,
        split_part(journal.entry_id, ':', 1) as nature, journal.entry_id
    from core.journal as journal
    where journal.month <= $month and journal."CompteNum" in (
        select account from core.provider_accounts where account <> $bank and not starts_with(account, '4')
    )
),
paid as (
    select
        lines.account, lines.account_label, lines.entry_date, lines.piece, lines.label, lines.debit, lines.credit, lines.nature,
        coalesce(movements.payout_id, case when lines.nature = 'payout' then lines.piece end) as payout_id
    from lines
    left join movements on movements.entry_id = lines.entry_id
),
payout_days as (
    select payout_id, max(paid_on) as paid_on
    from core.payouts
    where paid_on <= $until
    group by payout_id
),
settled as (
    select paid.account, paid.payout_id
    from paid
    inner join payout_days on payout_days.payout_id = paid.payout_id
    group by paid.account, paid.payout_id
    having sum(paid.debit) = sum(paid.credit)
),
detailed as (
    select distinct paid.account, paid.payout_id
    from paid
    where paid.nature <> 'payout' and paid.payout_id is not null
),
parts as (
    select
        paid.account, paid.account_label, paid.debit, paid.credit, paid.entry_date, paid.piece, paid.label, paid.nature,
        payout_days.paid_on,
        case
            when settled.payout_id is not null and payout_days.paid_on < $first then 'earlier'
            when payout_days.payout_id is not null and detailed.payout_id is not null then 'paid'
            when paid.entry_date < $first then 'before'
            when paid.nature in ('payment', 'fee') then 'day'
            else 'standing'
        end as standing, paid.payout_id
    from paid
    left join settled on settled.account = paid.account and settled.payout_id = paid.payout_id
    left join detailed on detailed.account = paid.account and detailed.payout_id = paid.payout_id
    left join payout_days on payout_days.payout_id = paid.payout_id
),
grouped as (
    select
        account, max(account_label) as account_label, standing, max(entry_date) as entry_date,
        case when standing = 'paid' then max(payout_id) when standing = 'standing' then max(piece) end as piece,
        case when standing = 'standing' then max(label) end as label, case when standing <> 'standing' then max(nature) end as nature,
        case when standing = 'paid' then max(paid_on) end as paid_on, count(*) as lines,
        sum(debit) as debit, sum(credit) as credit
    from parts
    group by
        account, standing,
        case
            when standing = 'paid' then payout_id
            when standing = 'before' then nature
            when standing = 'day' then nature || entry_date
            when standing = 'standing' then nature || piece || label || debit || credit
        end
)
select
    account, account_label, standing, nature, entry_date, piece, label, paid_on, lines,
    cast(debit as decimal(18, 2)) as debit, cast(credit as decimal(18, 2)) as credit
from grouped
order by
    account, case standing when 'earlier' then 1 when 'before' then 2 when 'paid' then 3 else 4 end, entry_date, nature desc, piece,
    debit, credit
