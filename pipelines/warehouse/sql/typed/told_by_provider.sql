-- One row per telling of the shop that its provider's own export tells too: same document, amount, within 3 days, n-th to n-th.
create or replace temp table told as
with ranked as (
    select
        place, provider, currency, amount, happened_on, document, is_own,
        row_number() over (partition by provider, currency, amount, document, is_own order by happened_on, identity) as rank
    from tellings
)

select of_shop.place
from ranked as of_shop
inner join ranked as own
    on own.is_own and own.provider = of_shop.provider and own.currency = of_shop.currency and own.amount = of_shop.amount
    and own.document = of_shop.document and own.rank = of_shop.rank
where not of_shop.is_own and abs(date_diff('day', own.happened_on, of_shop.happened_on)) <= 3;
insert into outcomes
select place, 'told_by_provider' from told;
insert into raw.excluded_rows
select typed.source_file, typed.source_row, $kind, 'told_by_provider'
from typed
inner join told on told.place = typed.rowid
