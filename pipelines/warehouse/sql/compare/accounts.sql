-- One row per root of accounts: what our documents post there, what the FEC posts for them, and all it posts there.
with roots as (select unnest($roots) as root),
ours as (
    select roots.root, sum(journal."Debit") as debit, sum(journal."Credit") as credit
    from roots
    inner join core.journal as journal on starts_with(journal."CompteNum", roots.root)
    where
        journal."EcritureDate" between $first and $last
        and (
            journal.refund_id is null and journal.credit_note_number in (select credit_note_number from compared_notes)
            or journal.provider || ' ' || journal.refund_id in (select provider || ' ' || refund_id from compared_refunds)
        )
    group by roots.root
),
theirs as (
    select
        roots.root, sum(lines.debit) filter (where lines.is_ours) as debit, sum(lines.credit) filter (where lines.is_ours) as credit,
        sum(lines.debit) as whole_debit, sum(lines.credit) as whole_credit
    from roots
    inner join (
        select
            account, debit, credit,
            entry_key in (select entry_key from note_lines union select entry_key from refund_lines) as is_ours
        from fec_lines
    ) as lines on starts_with(lines.account, roots.root)
    group by roots.root
)
select
    roots.root, cast(coalesce(ours.debit, 0) as decimal(18, 2)) as our_debit, cast(coalesce(ours.credit, 0) as decimal(18, 2)) as our_credit,
    cast(coalesce(theirs.debit, 0) as decimal(18, 2)) as their_debit, cast(coalesce(theirs.credit, 0) as decimal(18, 2)) as their_credit,
    cast(coalesce(theirs.whole_debit, 0) as decimal(18, 2)) as whole_debit,
    cast(coalesce(theirs.whole_credit, 0) as decimal(18, 2)) as whole_credit
from roots
left join ours on ours.root = roots.root
left join theirs on theirs.root = roots.root
order by roots.root
