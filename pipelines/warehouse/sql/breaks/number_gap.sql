-- One row per stretch of numbers missing inside a series that otherwise runs on (CGI ann. II art. 242 nonies A, 7°).
insert into core.break_findings
with runs as (
    select prefix, sum(notes) = max(last_place) - min(first_place) + 1 and min(least_width) = max(most_width) as is_whole
    from proof_series
    group by prefix
),
parted_invoices as materialized (
    select invoice_number, regexp_extract(invoice_number, '[0-9]*$') as digits
    from core.orders
    where invoice_number is not null
),
numbered_invoices as (
    select left(invoice_number, length(invoice_number) - length(digits)) as prefix, cast(digits as bigint) as place
    from parted_invoices
    where length(digits) between 1 and 17
),
invoices as (
    select distinct prefix, place
    from numbered_invoices
    where prefix in (select prefix from runs)
),
opened as (
    select
        rtrim(document_number, '0123456789') as prefix,
        cast(substr(document_number, length(rtrim(document_number, '0123456789')) + 1) as bigint) as place, given_on
    from core.opening_numbers
    where length(document_number) - length(rtrim(document_number, '0123456789')) between 1 and 17
),
-- A series that runs on from its first number to its last has no gap, unless other documents share it.
looked_at as (
    select prefix from runs where not is_whole
    union
    select prefix from invoices
    union
    select prefix from opened
),
parted as materialized (
    select credit_note_number, issued_on, regexp_extract(credit_note_number, '[0-9]*$') as digits
    from core.credit_notes
    where state <> 'draft' and exists (select 1 from looked_at)
),
numbers as (
    select credit_note_number, issued_on, left(credit_note_number, length(credit_note_number) - length(digits)) as prefix, digits
    from parted
    where length(digits) between 1 and 17
),
places as (
    select prefix, cast(digits as bigint) as place, credit_note_number, issued_on, if(digits like '0%', length(digits), 0) as width
    from numbers
    where prefix in (select prefix from looked_at)
    union all
    select invoices.prefix, invoices.place, null, null, 0
    from invoices
    union all
    select prefix, place, null, given_on, 0
    from opened
),
series as (
    select prefix, max(width) as width
    from places
    group by prefix
    having count(distinct place) * 2 > max(place) - min(place) + 1 and count(distinct place) < max(place) - min(place) + 1
),
neighbours as (
    select
        places.prefix, places.place, places.credit_note_number, places.issued_on, series.width,
        lag(places.place) over (partition by places.prefix order by places.place) as place_before
    from places
    inner join series on series.prefix = places.prefix
),
gaps as (
    select
        prefix, width, credit_note_number, issued_on, cast(place_before + 1 as varchar) as first_missing,
        cast(place - 1 as varchar) as last_missing, place - place_before - 1 as missing
    from neighbours
    where place - place_before > 1
)
select
    'number_gap', credit_note_number, null, null, null, null, null, null, null, null,
    prefix || lpad(first_missing, cast(greatest(width, length(first_missing)) as integer), '0')
    || if(missing > 1, core.say($language, ' à ', ' to ') || prefix || lpad(last_missing, cast(greatest(width, length(last_missing)) as integer), '0'), ''),
    cast(missing as varchar) || core.say(
        $language, if(missing > 1, ' numéros manquants avant ', ' numéro manquant avant '),
        if(missing > 1, ' numbers missing before ', ' number missing before ')
    )
    || coalesce(credit_note_number, core.say($language, 'une facture de la même série', 'an invoice of the same series')),
    coalesce(issued_on, $as_of)
from gaps
