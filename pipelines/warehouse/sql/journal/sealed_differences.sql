-- One row per entry of a sealed month that today's files would post otherwise, or no longer; what is sealed stays.
delete from core.sealed_differences where document = 'entry';
insert into core.sealed_differences
with computed as (
    select entry_id, account, sum(amount) as amount from core.postings group by entry_id, account having sum(amount) <> 0
),

sealed as (
    select min(month) as month, entry_id, account, sum(amount) as amount
    from core.sealed_postings
    group by entry_id, account
    having sum(amount) <> 0
),

months as (
    select entry_id, min(month) as month from core.sealed_postings group by entry_id
),

known as (
    select entry_id from core.postings group by entry_id
),

accounts as (
    select sealed.entry_id, sealed.account, sealed.amount as sealed, computed.amount as found
    from sealed
    inner join known on known.entry_id = sealed.entry_id
    left join computed on computed.entry_id = sealed.entry_id and computed.account = sealed.account
    union
    select computed.entry_id, computed.account, sealed.amount, computed.amount
    from computed
    inner join months on months.entry_id = computed.entry_id
    left join sealed on sealed.entry_id = computed.entry_id and sealed.account = computed.account
)

select
    months.month, 'changed', 'entry', accounts.entry_id || ' / ' || accounts.account, cast(accounts.sealed as varchar),
    cast(accounts.found as varchar)
from accounts
inner join months on months.entry_id = accounts.entry_id
where accounts.sealed is distinct from accounts.found
union all
select months.month, 'deleted', 'entry', months.entry_id, 'comptabilisée', null
from months
left join known on known.entry_id = months.entry_id
where known.entry_id is null and not starts_with(months.entry_id, 'cut_off:') and not starts_with(months.entry_id, 'reversal:')
