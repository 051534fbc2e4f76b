-- One row per movement of money that a number names and that settles no credit note; twenty at most.
with named as materialized (
    select
        provider, refund_id, type, status, created_on, gross, currency, state, source_file, source_row
    from refunds
    where refund_id in ($exact, $upper, $lower)
    union
    select
        provider, refund_id, type, status, created_on, gross, currency, state, source_file, source_row
    from refunds
    where order_reference in ($exact, $upper, $lower)
),
settling as materialized (
    select provider, refund_id from allocations where refund_id in (select named.refund_id from named)
)
select
    named.provider, named.refund_id, named.type, named.status, named.created_on, named.gross, named.currency, named.state,
    named.source_file, named.source_row
from named
anti join settling on settling.refund_id = named.refund_id and settling.provider = named.provider
order by named.created_on, named.refund_id, named.type
limit 20
