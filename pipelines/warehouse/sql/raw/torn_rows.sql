-- One row per line of the file whose cells do not fit its header.
insert into faults
select
    line_numbers.line + $cut, null, null, left(trim(torn.csv_line, chr(10) || chr(13)), 200),
    case torn.error_type
        when 'TOO MANY COLUMNS' then 'too-many-cells'
        when 'MISSING COLUMNS' then 'too-few-cells'
        when 'LINE SIZE OVER MAXIMUM' then 'line-too-long'
        else 'broken-quote'
    end,
    cast($expected as varchar),
    coalesce(nullif(regexp_extract(torn.error_message, 'Found: (\d+)', 1), ''), cast(torn.column_idx as varchar))
from (
    select distinct on (line) *
    from reject_errors
    order by line, case when error_type = 'MISSING COLUMNS' then column_idx end, column_idx desc
) as torn
inner join line_numbers on line_numbers.rank = torn.line and line_numbers.is_torn
where not regexp_full_match(torn.csv_line, '[\s"]*');
