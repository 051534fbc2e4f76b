-- One row per letter that has an accent, beside the letter without it; those that are accents only come last.
with codes as (
    select code from range(128, 55296) as low (code)
    union all
    select code from range(57344, 65536) as high (code)
),
letters as (
    select chr(cast(code as integer)) as letter from codes
)
select letter, strip_accents(letter) as bare
from letters
where strip_accents(letter) <> letter
order by length(strip_accents(letter)) desc, letter
