-- One row per movement of money back invented for a shop that has credit notes and no provider's file. In a hundred notes:
-- 74 refunded exactly, 8 in part, 6 in two parts, 6 not at all, 3 twice, 3 in vain (the refund comes back).
create or replace temp macro drawn(seed, what, number, sides) as
    cast(md5_number_lower(concat(seed, what, number)) % sides as integer);
create or replace temp table stories as
select
    credit_note_number, order_id, issued_at, currency, gross,
    case
        when drawn($seed, 'story', credit_note_number, 100) < 74 then 'exact'
        when drawn($seed, 'story', credit_note_number, 100) < 82 then 'partial'
        when drawn($seed, 'story', credit_note_number, 100) < 88 and gross >= 0.02 then 'split'
        when drawn($seed, 'story', credit_note_number, 100) < 88 then 'exact'
        when drawn($seed, 'story', credit_note_number, 100) < 94 then 'missing'
        when drawn($seed, 'story', credit_note_number, 100) < 97 then 'duplicate'
        else 'failed'
    end as story,
    case
        when drawn($seed, 'told', credit_note_number, 10) < 6 then 'note'
        when drawn($seed, 'told', credit_note_number, 10) < 9 then 'order'
        else 'text'
    end as told
from core.credit_notes
where numbered_by = 'shop' and gross > 0;
create or replace temp table movements as
with shares as (
    select
        stories.*,
        cast(round(gross * (60 + drawn($seed, 'share', credit_note_number, 36)) * 0.01, 2) as decimal(18, 2)) as part,
        issued_at + to_minutes(600 + drawn($seed, 'delay', credit_note_number, 10000)) as first_at
    from stories
    where story <> 'missing'
)
select *, 're_' || left(md5(concat($seed, credit_note_number)), 16) as refund_id, 'refund' as type,
    case when story = 'partial' then greatest(part, 0.01) when story = 'split' then greatest(least(part, gross - 0.01), 0.01) else gross end
        as amount,
    first_at as created_at
from shares
union all
select *, 're_' || left(md5(concat($seed, 'second', credit_note_number)), 16), 'refund',
    case when story = 'split' then gross - greatest(least(part, gross - 0.01), 0.01) else gross end, first_at + to_days(2)
from shares
where story in ('split', 'duplicate')
union all
select *, 're_' || left(md5(concat($seed, credit_note_number)), 16), 'refund_failure', gross, first_at + to_days(5)
from shares
where story = 'failed';
copy (
    select
        'stripe' as provider, refund_id, type, 'succeeded' as status, case when told = 'order' then order_id end as order_reference,
        case when told = 'note' then credit_note_number end as credit_note_number,
        strftime(created_at, '%Y-%m-%dT%H:%M:%SZ') as created_at, amount as gross, 0.00 as fee,
        case when type = 'refund' then -amount else amount end as net, currency,
        case when told = 'text' then 'Refund of credit note ' || credit_note_number end as description
    from movements
    order by created_at, refund_id, type
) to $refunds (format csv, header);
copy (
    select credit_note_number, 'stripe' as provider, refund_id, least(amount, gross) as amount, currency, told, story
    from movements
    where type = 'refund' and story <> 'failed'
    qualify story <> 'duplicate' or row_number() over (partition by credit_note_number order by created_at) = 1
    order by credit_note_number, refund_id
) to $allocations (format csv, header);
copy (
    select credit_note_number, story, told, gross, currency from stories where story <> 'exact' order by credit_note_number
) to $faults (format csv, header);
drop table movements;
drop table stories;
