-- One row per movement that leads to one order by a word: the order's own number, with or without what the shop puts before it.
insert into core.refund_orders
with lost as (
    select words.provider, words.refund_id, words.type, words.source, words.name, words.head, words.digits, words.tail, words.is_marked
    from match_words as words
    left join core.refund_orders as found
        on found.provider = words.provider and found.refund_id = words.refund_id and found.type = words.type
    where found.order_id is null and words.source <> 'credit_note_number'
),

numbered as (
    select order_id, ltrim(regexp_extract(order_id, '([0-9]+)[^0-9]*$', 1), '0') as digits
    from core.orders
    union all
    select order_id, ltrim(regexp_extract(order_id, '([0-9]+)[^0-9]*$', 1), '0')
    from match_notes
    where order_id not in (select order_id from core.orders)
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

document_heads as (
    select distinct regexp_extract(upper(credit_note_number), '^[A-Z]+') as head
    from match_notes
    union
    select distinct regexp_extract(upper(invoice_number), '^[A-Z]+')
    from core.orders
    where invoice_number is not null
),

candidates as (
    select
        lost.provider, lost.refund_id, lost.type, lost.source, spelled.order_id,
        case when lost.source = 'order_reference' then 0 else 2 end + case when lost.name = spelled.head or lost.head = spelled.head then 0 else 1 end as distance,
        lost.is_marked or lost.source = 'order_reference' or spelled.head <> '' as is_sure
    from lost
    inner join spelled on spelled.digits = lost.digits and spelled.tail = lost.tail
    where lost.name = spelled.head and (spelled.head <> '' or lost.is_marked or lost.source = 'order_reference' or length(lost.digits) >= 4)
        or lost.head = spelled.head and spelled.head <> ''
        or lost.name = '' and (lost.is_marked or lost.source = 'order_reference')
        or lost.name in (select upper(unnest($prefixes)))
        or spelled.head = '' and lost.source = 'order_reference' and regexp_matches(lost.name, '^[A-Z]+$')
            and lost.name not in (select head from document_heads where head is not null)
),

nearest as (
    select provider, refund_id, type, min(distance) as distance
    from candidates
    group by provider, refund_id, type
)

select
    candidates.provider, candidates.refund_id, candidates.type, min(candidates.order_id) as order_id,
    case when min(candidates.source) = 'order_reference' then 'order_reference' else 'description' end as found_by,
    max(candidates.is_sure) as is_sure
from candidates
inner join nearest on nearest.provider = candidates.provider and nearest.refund_id = candidates.refund_id
    and nearest.type = candidates.type and nearest.distance = candidates.distance
group by candidates.provider, candidates.refund_id, candidates.type
having min(candidates.order_id) = max(candidates.order_id);
