-- One row per account of each fee a provider kept or gave back, with the VAT rule of that provider.
insert into core.postings
with kept as (
    select
        'fee:payment:' || provider || ':' || payment_id as entry_id, provider, null as refund_id, payment_id as piece,
        captured_on as booked_on, currency, fee
    from core.payments
    where coalesce(fee, 0) <> 0
    union all
    select
        'fee:' || type || ':' || provider || ':' || refund_id, provider, refund_id, refund_id, created_on, currency,
        case when type = 'fee' then gross else fee end
    from core.refunds
    where status = 'succeeded' and case when type = 'fee' then gross else coalesce(fee, 0) end <> 0
),

fees as (
    select
        kept.entry_id, kept.provider, kept.refund_id, kept.piece, kept.booked_on, kept.currency, kept.fee, accounts.account,
        accounts.journal, accounts.fee_vat, cast(round(kept.fee * rates.rate, 2) as decimal(18, 2)) as booked
    from kept
    inner join core.exchange_rates as rates on rates.currency = kept.currency
    inner join core.provider_accounts as accounts on accounts.provider = kept.provider and accounts.currency = kept.currency
    where kept.booked_on <= $as_of
),

taxed as (
    select
        entry_id, account, booked, fee_vat,
        cast(case fee_vat
            when 'reverse_charge' then round(booked * 0.20, 2)
            when 'french' then sign(booked) * ((cast(abs(booked) * 100 as bigint) * 2 + 6) // 12) * 0.01
            else 0
        end as decimal(18, 2)) as vat
    from fees
),

parts as (
    select
        entry_id, $account_provider_fees as account,
        case
            when fee_vat = 'french' and not $franchise then booked - vat
            when fee_vat = 'reverse_charge' and $franchise then booked + vat
            else booked
        end as amount
    from taxed
    union all
    select entry_id, $account_vat_deductible, vat from taxed where vat <> 0 and not $franchise
    union all
    select entry_id, $account_vat_reverse_charge, -vat from taxed where vat <> 0 and fee_vat = 'reverse_charge'
    union all
    select entry_id, account, -booked from taxed
)

select
    fees.entry_id, fees.journal, fees.booked_on, parts.account, null as auxiliary, fees.piece, fees.booked_on as piece_on,
    'Commission ' || fees.piece as wording, cast(parts.amount as decimal(18, 2)) as amount,
    case when fees.currency <> $currency then fees.currency end as currency,
    case when fees.currency <> $currency then abs(fees.fee) end as currency_amount, null as credit_note_number, fees.provider,
    fees.refund_id, null as item
from fees
inner join parts on parts.entry_id = fees.entry_id
