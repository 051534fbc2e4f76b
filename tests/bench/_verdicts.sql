-- One row per confirmed pair, with whether it is true; then per true pair missed; then per kind of break, injected and seen.
create or replace temporary table judged_pairs as
select found.rule, found.credit_note_number, found.refund_id, coalesce(truth.status = 'confirmed', false) as is_true
from found
left join true_pairs as truth on truth.credit_note_number = found.credit_note_number and truth.refund_id = found.refund_id;

create or replace temporary table missed_pairs as
select truth.story, truth.means, truth.credit_note_number, truth.refund_id
from true_pairs as truth
left join found on found.credit_note_number = truth.credit_note_number and found.refund_id = truth.refund_id
where truth.status = 'confirmed' and found.refund_id is null;

create or replace temporary table judged_breaks as
with numbered as (
    select distinct
        breaks.kind,
        cast(coalesce(
            notes.number,
            try_cast(ltrim(regexp_extract(coalesce(breaks.refund_id, breaks.order_id, breaks.payout_id), '[0-9]+'), '0') as bigint)
        ) as bigint) as number
    from core.breaks as breaks
    left join planned_notes as notes on notes.credit_note_number = breaks.credit_note_number
    where breaks.status = 'open'
)

select
    coalesce(numbered.kind, truth.kind) as kind, coalesce(truth.is_named, false) as is_injected,
    numbered.kind is not null as is_seen, truth.kind is not null as is_due
from numbered
full outer join true_breaks as truth on truth.kind = numbered.kind and truth.number = numbered.number;
