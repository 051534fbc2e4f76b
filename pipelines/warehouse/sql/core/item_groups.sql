-- One row per item that an allocation ties to others: the group it belongs to, named by its smallest item.
truncate core.item_groups;
insert into core.item_groups
with recursive edges as (
    select distinct credit_note_number, provider, refund_id from core.allocations where status = 'confirmed'
),

shared_notes as (
    select credit_note_number from edges group by credit_note_number having count(*) > 1
),

shared_refunds as (
    select provider, refund_id from edges group by provider, refund_id having count(*) > 1
),

ties as (
    select
        'note|' || edges.credit_note_number as note, 'refund|' || edges.provider || '|' || edges.refund_id as refund,
        shared_notes.credit_note_number is null and shared_refunds.refund_id is null as is_pair
    from edges
    left join shared_notes on shared_notes.credit_note_number = edges.credit_note_number
    left join shared_refunds on shared_refunds.provider = edges.provider and shared_refunds.refund_id = edges.refund_id
),

steps as (
    select note as item, refund as other from ties where not is_pair
    union all
    select refund, note from ties where not is_pair
),

reached as (
    select item, item as root from steps
    union
    select steps.other, reached.root from reached inner join steps on steps.item = reached.item
)

select note as item, note as root from ties where is_pair
union all
select refund, note from ties where is_pair
union all
select item, min(root) from reached group by item
