-- One row per movement of money of the month, with what of it settles credit notes.
with settled as (
    select
        provider, refund_id, sum(amount) as amount,
        string_agg(credit_note_number, ', ' order by credit_note_number) as credit_notes
    from core.allocations
    where status = 'confirmed'
    group by provider, refund_id
)
select
    refunds.provider, refunds.refund_id, refunds.type, refunds.status, refunds.created_on, refunds.order_reference,
    refunds.currency, refunds.gross, refunds.fee, refunds.net, settled.credit_notes,
    cast(coalesce(settled.amount, 0) as decimal(18, 2)) as allocated, refunds.payout_id, refunds.state,
    files.name as source_name, refunds.source_row
from core.refunds as refunds
left join settled
    on settled.provider = refunds.provider and settled.refund_id = refunds.refund_id and refunds.type = 'refund'
inner join out.counted_refunds as counted
    on counted.provider = refunds.provider and counted.refund_id = refunds.refund_id and counted.type = refunds.type
left join raw.files as files on files.sha256 = refunds.source_file
where counted.counted_on between $first and $until
order by refunds.created_on, refunds.provider, refunds.refund_id, refunds.type
