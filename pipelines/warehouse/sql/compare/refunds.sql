-- One row per refund that the FEC lacks, or books as an expense; fees that name a refund are none.
with named as (
    select provider, refund_id, entry_key from refund_lines
    union
    select notes.provider, notes.refund_id, lines.entry_key
    from refund_notes as notes
    inner join note_lines as lines on lines.credit_note_number = notes.credit_note_number
),
entries as (
    select
        named.provider, named.refund_id, named.entry_key,
        coalesce(sum(lines.credit) filter (where starts_with(lines.account, '5') or starts_with(lines.account, '46')), 0) as paid,
        coalesce(sum(lines.debit) filter (where starts_with(lines.account, '6') and not starts_with(lines.account, '627')), 0) as expense,
        coalesce(sum(lines.debit) filter (where not starts_with(lines.account, '6')), 0) as other
    from named
    inner join fec_lines as lines on lines.entry_key = named.entry_key
    group by named.provider, named.refund_id, named.entry_key
),
booked as (
    select
        provider, refund_id, sum(paid) as paid, sum(case when expense > 0 and paid > 0 then expense else 0 end) as expense,
        string_agg(split_part(entry_key, '|', 1) || ' ' || split_part(entry_key, '|', 2), ', ' order by entry_key)
            filter (where paid > 0) as entries
    from entries
    group by provider, refund_id
)
select
    case when coalesce(booked.paid, 0) = 0 then 'refund_never_booked' else 'refund_booked_as_expense' end as kind,
    refunds.provider || ' ' || refunds.refund_id as document, refunds.created_on as day,
    case when coalesce(booked.paid, 0) = 0 then '517' else '6' end as account, booked.entries,
    cast(case when coalesce(booked.paid, 0) = 0 then refunds.gross else 0 end as decimal(18, 2)) as ours,
    cast(case when coalesce(booked.paid, 0) = 0 then 0 else least(booked.expense, refunds.gross) end as decimal(18, 2)) as theirs,
    cast(case when coalesce(booked.paid, 0) = 0 then refunds.gross else -least(booked.expense, refunds.gross) end as decimal(18, 2)) as difference,
    cast(0 as decimal(18, 2)) as vat_over_declared
from compared_refunds as refunds
left join booked on booked.provider = refunds.provider and booked.refund_id = refunds.refund_id
where coalesce(booked.paid, 0) = 0 or booked.expense > 0
order by kind, day, document
