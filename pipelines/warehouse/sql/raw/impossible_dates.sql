-- The first row refused for a date that is written day, month and year, and cannot be: its line and value.
select source_row, "value"
from faults
where code in ('not-an-instant', 'not-a-day', 'without-offset') and regexp_full_match("value", '\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})([ ,T].*)?')
order by source_row
limit 1;
