-- One row: which legs some source feeds; then one row per provider whose refunds do reach us.
create or replace temporary table proof_observed as
select
    exists (select 1 from core.credit_notes) or exists (select 1 from raw.files where format = 'plain_credit_notes') as document,
    exists (select 1 from core.refunds) or exists (select 1 from raw.files where format = 'plain_refunds') as money,
    exists (select 1 from core.returns) or exists (select 1 from raw.files where format = 'plain_returns') as goods,
    exists (select 1 from core.orders) as orders,
    exists (select 1 from raw.files where format = 'plain_refunds')
    or exists (
        select 1
        from core.refunds as refunds
        left join raw.files as files on files.sha256 = refunds.source_file
        where files.sha256 is null
    ) as any_provider;

create or replace temporary table proof_providers as
select distinct provider
from core.refunds;
