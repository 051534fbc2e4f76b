-- One row per stretch of numbers missing inside a series that otherwise runs on (CGI ann. II art. 242 nonies A, 7°).
insert into core.break_findings
with numbers as (
    select
        credit_note_number, issued_on, regexp_extract(credit_note_number, '^(.*?)([0-9]+)$', 1) as prefix,
        regexp_extract(credit_note_number, '([0-9]+)$', 1) as digits
    from core.credit_notes
    where state <> 'draft' and length(regexp_extract(credit_note_number, '([0-9]+)$', 1)) between 1 and 17
),
invoices as (
    select distinct
        regexp_extract(invoice_number, '^(.*?)([0-9]+)$', 1) as prefix, cast(regexp_extract(invoice_number, '([0-9]+)$', 1) as bigint) as place
    from core.orders
    where length(regexp_extract(invoice_number, '([0-9]+)$', 1)) between 1 and 17
),
places as (
    select prefix, cast(digits as bigint) as place, credit_note_number, issued_on, if(digits like '0%', length(digits), 0) as width from numbers
    union all
    select invoices.prefix, invoices.place, null, null, 0
    from invoices
    where invoices.prefix in (select prefix from numbers)
),
series as (
    select prefix, min(place) as first_place, max(place) as last_place, count(distinct place) as present
    from places
    group by prefix
),
neighbours as (
    select
        places.prefix, places.place, places.credit_note_number, places.issued_on, max(places.width) over (partition by places.prefix) as width,
        lag(places.place) over (partition by places.prefix order by places.place) as place_before
    from places
    inner join series on series.prefix = places.prefix
    where series.present * 2 > series.last_place - series.first_place + 1
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
