-- One row per account of what a credit note was settled without: a label withheld, a depreciation, a write-off, cents.
insert into core.postings
with paid as (
    select credit_note_number, sum(amount) as amount, max(refunded_on) as paid_on
    from core.allocations
    where status = 'confirmed'
    group by credit_note_number
),

kept as (
    select
        proofs.credit_note_number,
        sum(coalesce(returns.label_withheld, 0) + coalesce(returns.fee_kept, 0)) as withheld, sum(coalesce(returns.depreciation, 0)) as depreciation
    from core.returns_proof as proofs
    inner join core.returns as returns on returns.return_id = proofs.return_id
    where proofs.credit_note_number is not null
    group by proofs.credit_note_number
),

rates as (
    select credit_note_number, max(vat_rate) as vat_rate from core.credit_note_lines where vat <> 0 group by credit_note_number
),

written_off as (
    select credit_note_number, max(cast(decided_at as date)) as decided_on, max(account) as account
    from core.decisions
    where action = 'write_off' and not revoked and credit_note_number is not null
    group by credit_note_number
),

notes as (
    select
        notes.credit_note_number, notes.currency, exchange.rate, coalesce(rates.vat_rate, 0) as vat_rate,
        coalesce(parties.auxiliary, 'WEB') as auxiliary, notes.gross - coalesce(paid.amount, 0) as rest,
        case when notes.state = 'settled' then coalesce(kept.withheld, 0) else 0 end as withheld,
        case when notes.state = 'settled' then coalesce(kept.depreciation, 0) else 0 end as depreciation,
        coalesce(written_off.account, $account_rounding_gain) as rest_account,
        case when notes.state = 'written_off' then written_off.decided_on else paid.paid_on end as booked_on
    from core.credit_notes as notes
    inner join core.exchange_rates as exchange on exchange.currency = notes.currency
    left join paid on paid.credit_note_number = notes.credit_note_number
    left join kept on kept.credit_note_number = notes.credit_note_number
    left join rates on rates.credit_note_number = notes.credit_note_number
    left join written_off on written_off.credit_note_number = notes.credit_note_number
    left join core.order_parties as parties on parties.order_id = notes.order_id
    where notes.gross > coalesce(paid.amount, 0)
        and (
            (notes.state = 'settled' and notes.settlement in ('refund', 'unknown') and paid.amount is not null)
            or (notes.state = 'written_off' and written_off.decided_on is not null)
        )
),

components as (
    select credit_note_number, vat_rate, rate, $account_shipping as account, least(withheld, rest) as gross from notes
    union all
    select credit_note_number, vat_rate, rate, $account_sales, least(depreciation, rest - least(withheld, rest)) from notes
    union all
    select credit_note_number, 0, rate, rest_account, rest - least(withheld + depreciation, rest) from notes
),

booked as (
    select
        credit_note_number, account, cast(round(gross * rate, 2) as decimal(18, 2)) as gross,
        cast(((cast(round(gross * rate, 2) * 100 as bigint) * cast(vat_rate * 100 as bigint) * 2 + 10000 + cast(vat_rate * 100 as bigint))
            // (2 * (10000 + cast(vat_rate * 100 as bigint)))) * 0.01 as decimal(18, 2)) as vat
    from components
    where gross > 0
),

parts as (
    select credit_note_number, account, vat - gross as amount, false as is_customers from booked
    union all
    select credit_note_number, $account_vat_collected, -vat, false from booked where vat <> 0
    union all
    select credit_note_number, $account_customers, sum(gross), true from booked group by credit_note_number
)

select
    'remainder:' || notes.credit_note_number as entry_id, $other_journal as journal, notes.booked_on, parts.account,
    case when parts.is_customers then notes.auxiliary end as auxiliary, notes.credit_note_number as piece,
    notes.booked_on as piece_on, 'Solde de l''avoir ' || notes.credit_note_number as wording,
    cast(parts.amount as decimal(18, 2)) as amount, null as currency, null as currency_amount, notes.credit_note_number,
    null as provider, null as refund_id, case when parts.is_customers then 'note|' || notes.credit_note_number end as item
from notes
inner join parts on parts.credit_note_number = notes.credit_note_number
where notes.booked_on <= $as_of
