-- One row: how many movements say something of their order and have found none.
select count(*)
from match_words as words
left join core.refund_orders as found
    on found.provider = words.provider and found.refund_id = words.refund_id and found.type = words.type
where found.order_id is null
