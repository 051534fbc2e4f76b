-- One row per return: told, sent and wholly received when its lines say so; what its lines declare adds up.
insert into core.returns
with told as (
    select
        return_id, min(order_id) as order_id, min(notified_at) as notified_at,
        max(known_by(sent_at, $time_zone, $as_of)) as sent_at,
        case
            when count(*) = count(known_by(received_at, $time_zone, $as_of))
                then max(known_by(received_at, $time_zone, $as_of))
        end as received_at,
        min(legal_basis) as legal_basis, min(carriage_paid_by) as carriage_paid_by,
        sum(carriage_cost) as carriage_cost, sum(label_withheld) as label_withheld,
        sum(carriage_repaid) as carriage_repaid, sum(depreciation) as depreciation, sum(fee_kept) as fee_kept,
        min(source_file) as source_file, arg_min(source_row, (source_file, source_row)) as source_row
    from used
    group by return_id
)
select
    return_id, order_id, notified_at, local_day(notified_at, $time_zone), sent_at, local_day(sent_at, $time_zone),
    received_at, local_day(received_at, $time_zone), legal_basis, carriage_paid_by,
    cast(carriage_cost as decimal(18, 2)), cast(label_withheld as decimal(18, 2)),
    cast(carriage_repaid as decimal(18, 2)), cast(depreciation as decimal(18, 2)), cast(fee_kept as decimal(18, 2)),
    source_file, source_row
from told;
