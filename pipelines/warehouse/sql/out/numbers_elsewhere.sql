-- One row per series of the month: how many numbers between its first and its last are those of documents of other months.
with documents as (
    select credit_note_number as document_number, issued_on from core.credit_notes where state <> 'draft'
    union all
    select counter_number, issued_on from core.counter_documents
),
numbers as (
    select
        rtrim(document_number, '0123456789') as series, strftime(issued_on, '%Y-%m') as month,
        cast(substr(document_number, length(rtrim(document_number, '0123456789')) + 1) as decimal(18, 0)) as place
    from documents
    where length(document_number) - length(rtrim(document_number, '0123456789')) between 1 and 17
),
ranges as (
    select series, min(place) as first_place, max(place) as last_place
    from numbers
    where month = $month
    group by series
)
select ranges.series, count(*)
from ranges
inner join numbers
    on numbers.series = ranges.series and numbers.month <> $month and numbers.place between ranges.first_place and ranges.last_place
group by ranges.series
order by ranges.series
