-- One row per account of each credit note: sales and VAT taken back, the whole owed to the customer.
insert into core.postings
with notes as (
    select
        notes.credit_note_number, notes.issued_on, notes.nature, notes.currency, rates.rate,
        coalesce(parties.auxiliary, 'WEB') as auxiliary, coalesce(parties.country, $home) as country,
        coalesce(parties.is_one_stop_shop, false) as is_one_stop_shop,
        'Avoir ' || notes.credit_note_number
        || coalesce(' / ' || notes.origin_invoices[1]."number", '') as wording
    from core.credit_notes as notes
    inner join core.exchange_rates as rates on rates.currency = notes.currency
    left join core.order_parties as parties on parties.order_id = notes.order_id
    where
        notes.state <> 'draft' and notes.issued_on <= $as_of
        and (
            notes.state <> 'cancelled'
            or exists (
                select 1
                from core.counter_documents as counters
                where counters.credit_note_number = notes.credit_note_number and counters.issued_on <= $as_of
            )
        )
        and not exists (
            select 1
            from raw.files as files
            where files.sha256 = notes.source_file and files.format = 'opening_credit_notes'
        )
),

lines as (
    select
        notes.credit_note_number, notes.rate, lines.net, lines.vat,
        case
            when lines.line_type in ('shipping', 'fee') then $account_shipping
            when lines.line_type = 'gift_card' then $account_gift_cards
            when notes.nature in ('price_reduction', 'goodwill') then $account_rebates
            when notes.is_one_stop_shop and lines.vat_rate <> 0 then $account_one_stop_shop_sales
            else $account_sales
        end as net_account,
        case when notes.is_one_stop_shop then $account_one_stop_shop_vat else $account_vat_collected end as vat_account,
        notes.country,
        lpad(cast(cast(lines.vat_rate * 10 as integer) as varchar), 3, '0') as rate_digits
    from core.credit_note_lines as lines
    inner join notes on notes.credit_note_number = lines.credit_note_number
),

sides as (
    select credit_note_number, rate, country, rate_digits, net_account as template, net as amount from lines
    union all
    select credit_note_number, rate, country, rate_digits, vat_account, vat from lines
),

taken_back as (
    select
        credit_note_number, replace(replace(template, '{country}', country), '{rate}', rate_digits) as account,
        cast(round(sum(amount) * rate, 2) as decimal(18, 2)) as amount, cast(sum(amount) as decimal(18, 2)) as currency_amount
    from sides
    group by credit_note_number, rate, account
),

owed as (
    select
        credit_note_number, $account_customers as account, cast(-sum(amount) as decimal(18, 2)) as amount,
        cast(-sum(currency_amount) as decimal(18, 2)) as currency_amount
    from taken_back
    group by credit_note_number
),

parts as (
    select credit_note_number, account, amount, currency_amount, false as is_owed from taken_back
    union all
    select credit_note_number, account, amount, currency_amount, true from owed
)

select
    'credit_note:' || notes.credit_note_number as entry_id, $journal as journal, notes.issued_on as booked_on, parts.account,
    case when parts.is_owed then notes.auxiliary end as auxiliary, notes.credit_note_number as piece, notes.issued_on as piece_on,
    notes.wording, parts.amount, case when notes.currency <> $currency then notes.currency end as currency,
    case when notes.currency <> $currency then abs(parts.currency_amount) end as currency_amount,
    notes.credit_note_number, null as provider, null as refund_id,
    case when parts.is_owed then 'note|' || notes.credit_note_number end as item
from parts
inner join notes on notes.credit_note_number = parts.credit_note_number
