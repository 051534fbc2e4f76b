-- One row per movement that leads to one order by a word: the order's own number, with or without what the shop puts before it.
update match_movements
set order_id = worded.order_id, found_by = worded.found_by, is_sure = worded.is_sure
from (
    with lost as (
        select words.movement, words.source, words.name, words.head, words.digits, words.tail, words.is_marked
        from match_words as words
        inner join match_movements as movements on movements.movement = words.movement
        where movements.order_id is null and words.source <> 'credit_note_number'
    ),

    numbered as (
        select order_id, ltrim(regexp_extract(order_id, '([0-9]+)[^0-9]*$', 1), '0') as digits
        from core.orders
        union all
        select order_id, ltrim(regexp_extract(order_id, '([0-9]+)[^0-9]*$', 1), '0')
        from match_notes as notes
        where not exists (select 1 from core.orders as orders where orders.order_id = notes.order_id)
    ),

    known as (
        select distinct order_id, digits
        from numbered
        where digits in (select digits from lost)
    ),

    spelled as (
        select
            order_id, regexp_replace(upper(regexp_extract(order_id, '^(.*?)([0-9]+)[^0-9]*$', 1)), '[^A-Z0-9]+', '', 'g') as head,
            digits, regexp_replace(upper(regexp_extract(order_id, '[0-9]([^0-9]*)$', 1)), '[.,:!?''-]+', '', 'g') as tail
        from known
    ),

    heads as (
        select distinct regexp_extract(credit_note_number, '^[^0-9]*') as head
        from match_notes
        union
        select distinct regexp_extract(invoice_number, '^[^0-9]*')
        from core.orders
        where invoice_number is not null
    ),

    document_heads as (
        select distinct regexp_extract(upper(head), '^[A-Z]+') as head
        from heads
    ),

    candidates as (
        select
            lost.movement, lost.source, spelled.order_id,
            case when lost.source = 'order_reference' then 0 else 2 end + case when lost.name = spelled.head or lost.head = spelled.head then 0 else 1 end as distance,
            lost.is_marked or lost.source = 'order_reference' or spelled.head <> '' as is_sure
        from lost
        inner join spelled on spelled.digits = lost.digits and spelled.tail = lost.tail
        where lost.name = spelled.head and (spelled.head <> '' or lost.is_marked or lost.source = 'order_reference' or length(lost.digits) >= 4)
            or lost.head = spelled.head and spelled.head <> ''
            or lost.name = '' and (lost.is_marked or lost.source = 'order_reference')
            or lost.name in (select upper(prefix) from unnest($prefixes::varchar[]) as prefixes (prefix))
            or spelled.head = '' and lost.source = 'order_reference' and regexp_matches(lost.name, '^[A-Z]+$')
                and lost.name not in (select head from document_heads)
    ),

    nearest as (
        select movement, min(distance) as distance
        from candidates
        group by movement
    )

    select
        candidates.movement, min(candidates.order_id) as order_id,
        case when min(candidates.source) = 'order_reference' then 'order_reference' else 'description' end as found_by,
        max(candidates.is_sure) as is_sure
    from candidates
    inner join nearest on nearest.movement = candidates.movement and nearest.distance = candidates.distance
    group by candidates.movement
    having min(candidates.order_id) = max(candidates.order_id)
) as worded
where worded.movement = match_movements.movement;
