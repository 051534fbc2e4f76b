-- One row per row of the file: the line it starts on, when quoted line ends, blank or torn lines set rows and lines apart.
-- A quote opens a cell at its start only; elsewhere it is a sign like any other. A line says itself whether it `ends` within
-- quotes, or ends as it began, or `turns` one into the other.
create temp table line_numbers as
with physical as (
    select
        rowid - (select min(rowid) from text_lines) + 1 as line, line as words, replace(line, '""', '') as unescaped,
        '(^|' || regexp_escape($delimiter) || ')"' as opening
    from text_lines
),
read_both_ways as (
    select
        line, words, regexp_matches(regexp_replace(unescaped, opening || '[^"]*"', '\1', 'g'), opening) as opens,
        case
            when instr(unescaped, '"') = 0 then true
            else regexp_matches(
                regexp_replace('-' || substr(unescaped, instr(unescaped, '"') + 1), opening || '[^"]*"', '\1', 'g'), opening
            )
        end as stays_open
    from physical
),
judged as (
    select
        line, words, case when opens = stays_open then opens end as ends,
        sum(cast(opens and not stays_open as integer)) over (order by line) as turns
    from read_both_ways
),
quoted as (
    select
        line, words,
        coalesce(last_value(ends ignore nulls) over earlier, false) <> (
            (coalesce(last_value(turns) over earlier, 0)
            - coalesce(last_value(case when ends is not null then turns end ignore nulls) over earlier, 0)) % 2 = 1
        ) as continues
    from judged
    window earlier as (order by line rows between unbounded preceding and 1 preceding)
),
starts as (
    select line, words, row_number() over (order by line) as rank
    from quoted
    where not continues
),
torn as (
    select distinct line as rank from reject_errors
),
whole as (
    select starts.line, row_number() over (order by starts.rank) - 1 as rank
    from starts
    anti join torn using (rank)
    where starts.rank > $skip and coalesce(trim(starts.words), '') <> ''
)
select rank, line, false as is_torn from whole
union all
select starts.rank, starts.line, true from starts semi join torn using (rank);
drop table text_lines;
