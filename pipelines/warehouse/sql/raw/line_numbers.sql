-- One row per row of the file: the line it starts on, when quoted line ends, blank or torn lines set rows and lines apart.
create temp table line_numbers as
with physical as (
    select rowid - (select min(rowid) from text_lines) + 1 as line, line as words from text_lines
),
quoted as (
    select
        line, words,
        coalesce(
            sum(length(words) - length(replace(words, '"', '')))
                over (order by line rows between unbounded preceding and 1 preceding),
            0
        ) % 2 = 1 as continues
    from physical
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
