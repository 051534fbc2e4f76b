-- One row per line of the firm's FEC, read from the file of lines handed over; and one per word a line bears.
create or replace temporary table fec_lines as
select
    line, journal, entry, journal || '|' || entry || '|' || booked_on as entry_key, booked_on, account, piece, label, debit, credit
from read_csv($path, delim = '\t', header = false, quote = '', escape = '', columns = {
    'line': 'bigint', 'journal': 'varchar', 'entry': 'varchar', 'booked_on': 'date', 'account': 'varchar',
    'auxiliary': 'varchar', 'piece': 'varchar', 'label': 'varchar', 'debit': 'decimal(18, 2)', 'credit': 'decimal(18, 2)'
});

create or replace temporary table fec_words as
select distinct line, regexp_replace(upper(word), '[^A-Z0-9]', '', 'g') as word
from (
    select line, unnest(string_split_regex(coalesce(piece, '') || ' ' || coalesce(label, ''), '[\s,;:/()]+')) as word
    from fec_lines
    union all
    select line, piece as word from fec_lines
)
where word <> '';
