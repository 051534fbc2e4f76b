-- One row per movement that leads to one order by a word of letters only: the order's own, whole, in whatever case, with or without a sign or a prefix.
update match_movements
set order_id = worded.order_id, found_by = worded.found_by, is_sure = true
from (
    with lettered as (
        select order_id, upper(order_id) as name
        from core.orders
        where not regexp_matches(order_id, '[0-9]')
        union
        select order_id, upper(order_id)
        from match_notes
        where not regexp_matches(order_id, '[0-9]')
    ),

    spelled as (
        select order_id, name
        from lettered
        union
        select lettered.order_id, upper(prefix) || lettered.name
        from lettered
        cross join unnest($prefixes::varchar[]) as prefixes (prefix)
    ),

    told as (
        select movements.movement, refunds.order_reference, refunds.description
        from core.refunds as refunds
        inner join match_movements as movements on movements.movement = refunds.rowid
        where movements.order_id is null and exists (select 1 from lettered)
    ),

    texts as (
        select movement, 'order_reference' as found_by, upper(order_reference) as words
        from told
        where order_reference is not null
        union all
        select movement, 'description', upper(description)
        from told
        where description is not null
    ),

    chunks as (
        select movement, found_by, unnest(string_split_regex(words, '[\s;:()"|,#]+')) as chunk
        from texts
    ),

    marked as (
        select movement, found_by, regexp_replace(chunk, '^[.!?''-]+|[.!?''-]+$', '', 'g') as chunk
        from chunks
    ),

    words as (
        select movement, found_by, chunk as word
        from marked
        union
        select movement, found_by, regexp_extract(chunk, '^(CMD|CDE|COMMANDE|ORDER|REF)-(.+)$', 2)
        from marked
    ),

    candidates as (
        select words.movement, words.found_by, spelled.order_id
        from words
        inner join spelled on spelled.name = words.word
        where words.found_by = 'order_reference' or length(words.word) >= 5
    ),

    nearest as (
        select movement, max(found_by) as found_by
        from candidates
        group by movement
    )

    select candidates.movement, candidates.found_by, min(candidates.order_id) as order_id
    from candidates
    inner join nearest on nearest.movement = candidates.movement and nearest.found_by = candidates.found_by
    group by candidates.movement, candidates.found_by
    having min(candidates.order_id) = max(candidates.order_id)
) as worded
where worded.movement = match_movements.movement;
