-- One row per item that an allocation ties to others: the group it belongs to, named by its smallest item.
truncate core.item_groups;
insert into core.item_groups
with recursive edges as (
    select distinct 'note|' || credit_note_number as note, 'refund|' || provider || '|' || refund_id as refund
    from core.allocations
    where status = 'confirmed'
),

notes as (
    select note, count(*) as refunds from edges group by note
),

refunds as (
    select refund, count(*) as notes from edges group by refund
),

pairs as (
    select edges.note, edges.refund
    from edges
    inner join notes on notes.note = edges.note and notes.refunds = 1
    inner join refunds on refunds.refund = edges.refund and refunds.notes = 1
),

ties as (
    select edges.note as item, edges.refund as other from edges left join pairs on pairs.note = edges.note where pairs.note is null
    union
    select edges.refund, edges.note from edges left join pairs on pairs.note = edges.note where pairs.note is null
),

reached as (
    select item, item as root from ties
    union
    select ties.other, reached.root from reached inner join ties on ties.item = reached.item
)

select note as item, note as root from pairs
union all
select refund, note from pairs
union all
select item, min(root) from reached group by item
