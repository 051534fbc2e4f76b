-- One row per line that ends after the last cell its format needs and before its header does: the cells it lacks.
select line_numbers.line, cast($expected as bigint) - min(torn.column_idx)
from reject_errors as torn
inner join line_numbers on line_numbers.rank = torn.line and line_numbers.is_torn
where instr(trim(torn.csv_line, chr(10) || chr(13)), chr(10)) = 0
group by line_numbers.line
having bool_and(torn.error_type = 'MISSING COLUMNS') and min(torn.column_idx) >= $least
