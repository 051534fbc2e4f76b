-- One row per wording of customers of the last twelve months that tells no reason: how many lines bear it; fifteen at most.
with phrases as (
    select told_words(told.phrase) as phrase
    from (select unnest(cast($phrases as struct(reason_code varchar, phrase varchar)[]), recursive := true)) as told
),
worded as (
    select trim(lines.reason_text) as words, told_words(lines.reason_text) as plain
    from core.return_lines as lines
    join core.returns as returns using (return_id)
    where coalesce(lines.reason_code, '') = '' and trim(coalesce(lines.reason_text, '')) <> ''
        and returns.notified_on between $twelve_since and $until
)
select left(min(worded.words), 120), count(*)::integer
from worded
where not exists (select phrases.phrase from phrases where contains(worded.plain, phrases.phrase))
group by worded.plain
order by 2 desc, 1
limit 15
