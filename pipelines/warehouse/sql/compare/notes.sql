-- One row per credit note that the FEC lacks, doubles, or books for another amount or VAT.
with booked as (
    select
        credit_note_number,
        count(distinct entry_key) filter (where credit > 0 and starts_with(account, '411')) as customer_entries,
        count(distinct entry_key) filter (where debit > 0 and starts_with(account, '70')) as sales_entries,
        coalesce(sum(credit) filter (where starts_with(account, '411')), 0) as customers,
        coalesce(sum(debit) filter (where starts_with(account, '70') or starts_with(account, '4457')), 0) as sales,
        coalesce(sum(debit) filter (where starts_with(account, '4457')), 0) as vat,
        coalesce(sum(credit) filter (where starts_with(account, '4197')), 0) as store_credit,
        string_agg(distinct split_part(entry_key, '|', 1) || ' ' || split_part(entry_key, '|', 2), ', '
            order by split_part(entry_key, '|', 1) || ' ' || split_part(entry_key, '|', 2)) as entries
    from note_lines
    group by credit_note_number
),
notes as (
    select
        notes.credit_note_number, notes.issued_on, notes.gross, notes.vat, notes.settlement, booked.entries,
        coalesce(booked.vat, 0) as booked_vat, coalesce(booked.store_credit, 0) as store_credit,
        greatest(coalesce(booked.customer_entries, 0), coalesce(booked.sales_entries, 0)) as times,
        case when coalesce(booked.customers, 0) > 0 then booked.customers else coalesce(booked.sales, 0) end as booked
    from compared_notes as notes
    left join booked on booked.credit_note_number = notes.credit_note_number
)
select
    case
        when times = 0 then 'credit_note_never_booked'
        when times > 1 and booked >= 2 * gross - 0.02 then 'credit_note_booked_twice'
        when abs(booked - gross) > 0.02 then 'credit_note_amount_differs'
        else 'vat_over_declared'
    end as kind,
    credit_note_number as document, issued_on as day,
    case when times = 0 or abs(booked - gross) > 0.02 then '411' else '4457' end as account, entries,
    cast(case when times = 0 or abs(booked - gross) > 0.02 then gross else vat end as decimal(18, 2)) as ours,
    cast(case when times = 0 or abs(booked - gross) > 0.02 then booked else booked_vat end as decimal(18, 2)) as theirs,
    cast(case when times = 0 or abs(booked - gross) > 0.02 then gross - booked else vat - booked_vat end as decimal(18, 2)) as difference,
    cast(greatest(vat - booked_vat, 0) as decimal(18, 2)) as vat_over_declared
from notes
where times = 0 or abs(booked - gross) > 0.02 or abs(vat - booked_vat) > 0.02
union all
select
    'store_credit_not_booked', credit_note_number, issued_on, '4197', entries, gross, cast(store_credit as decimal(18, 2)),
    cast(gross - store_credit as decimal(18, 2)), 0
from notes
where settlement = 'store_credit' and times > 0 and abs(gross - store_credit) > 0.02
order by kind, day, document
