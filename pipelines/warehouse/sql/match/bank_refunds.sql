-- One row per outgoing bank line that names a credit note or an order: a refund by transfer or cheque, under the rules of any other.
delete from core.refunds
where provider in ('bank', 'cheque') and exists (
    select 1
    from core.bank_lines as lines
    where lines.source_file = refunds.source_file and lines.source_row = refunds.source_row
);

insert into core.refunds
with lines as (
    select
        account, line_id, booked_on, -amount as gross, currency, label, reference, source_file, source_row,
        upper(label || ' ' || coalesce(reference, '')) as words, count(*) over (partition by line_id) as namesakes
    from core.bank_lines
    where amount < 0
),

spoken as (
    select account, line_id, regexp_replace(words, '\b(COMMANDE|CMD|CDE|ORDER)[ .:]+(N[O°]?[ .:]*)?#?', '#', 'g') as words
    from lines
),

words as (
    select account, line_id, unnest(string_split_regex(words, '[\s;()"]+')) as word
    from spoken
),

numbers as (
    select
        account, line_id, word, ltrim(regexp_extract(word, '([0-9]+)[^0-9]*$', 1), '0') as digits,
        regexp_replace(regexp_extract(word, '^(.*?)([0-9]+)[^0-9]*$', 1), '[^A-Z0-9]+', '', 'g') as head
    from words
    where regexp_matches(word, '[0-9]')
),

note_numbers as (
    select
        credit_note_number, ltrim(regexp_extract(credit_note_number, '([0-9]+)[^0-9]*$', 1), '0') as digits,
        regexp_replace(upper(regexp_extract(credit_note_number, '^(.*?)([0-9]+)[^0-9]*$', 1)), '[^A-Z0-9]+', '', 'g') as head
    from core.credit_notes
),

owed_orders as (
    select
        order_id, gross, currency, ltrim(regexp_extract(order_id, '([0-9]+)[^0-9]*$', 1), '0') as digits,
        regexp_replace(upper(regexp_extract(order_id, '^(.*?)([0-9]+)[^0-9]*$', 1)), '[^A-Z0-9]+', '', 'g') as head
    from core.credit_notes
),

lettered_orders as (
    select distinct upper(order_id) as name
    from core.credit_notes
    where length(order_id) >= 5 and not regexp_matches(order_id, '[0-9]')
),

named as (
    select numbers.account, numbers.line_id
    from numbers
    inner join note_numbers on note_numbers.digits = numbers.digits and note_numbers.head = numbers.head
    where numbers.head <> ''
    union
    select lines.account, lines.line_id
    from lines
    inner join numbers on numbers.account = lines.account and numbers.line_id = lines.line_id
    inner join owed_orders on owed_orders.digits = numbers.digits and owed_orders.currency = lines.currency
    where owed_orders.head = numbers.head and numbers.head <> ''
        or numbers.head in ('CMD', 'COMMANDE', 'ORDER') or starts_with(numbers.word, '#')
        or owed_orders.head = numbers.head and length(numbers.digits) >= 4 and owed_orders.gross = lines.gross
    union
    select words.account, words.line_id
    from words
    inner join lettered_orders on lettered_orders.name = ltrim(words.word, '#')
),

known as (
    select gross, currency, created_on
    from core.refunds
    where provider in ('bank', 'cheque') and type = 'refund'
)

select
    case when regexp_matches(lines.words, '\b(CHQ|CHEQUE|CHÈQUE)\b') then 'cheque' else 'bank' end as provider,
    case when lines.namesakes > 1 then lines.account || ':' || lines.line_id else lines.line_id end as refund_id,
    'refund' as type, 'succeeded' as status, null as payment_id, null as order_reference, null as credit_note_number,
    null as customer_email, cast(lines.booked_on as timestamp) as created_at, lines.booked_on as created_on, lines.gross,
    null as fee, null as net, lines.currency, null as settlement_gross, null as settlement_currency, null as payout_id,
    lines.label || coalesce(' ' || lines.reference, '') as description, null as updated_at, 'open' as state,
    lines.source_file, lines.source_row
from lines
inner join named on named.account = lines.account and named.line_id = lines.line_id
where not exists (
        select 1
        from known
        where known.gross = lines.gross and known.currency = lines.currency
            and abs(date_diff('day', known.created_on, lines.booked_on)) <= 5
    )
    and not exists (
        select 1
        from core.payouts as payouts
        where payouts.amount = -lines.gross and payouts.currency = lines.currency
            and (
                contains(lines.words, upper(payouts.payout_id)) or contains(lines.words, upper(coalesce(payouts.bank_reference, payouts.payout_id)))
            )
    );
