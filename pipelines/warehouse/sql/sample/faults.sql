-- One row per injected fault, with the ids it can be found by.
create table sample.faults as
with notes as (
    select number, max_by(credit_note_number, note) as credit_note_number from sample.credit_notes group by number
),
refunds as (
    select number, max_by(provider, refund) as provider, max_by(refund_id, refund) as refund_id from sample.refunds group by number
),
goods as (
    select number, min(sku) as sku from sample.returns group by number
),
told as (
    select
        stories.fault as kind, orders.order_id, notes.credit_note_number, refunds.provider, refunds.refund_id,
        if(stories.fault like 'restock%', goods.sku, null) as sku, null::varchar as payout_id, nullif(stories.also_seen, '') as also_seen, stories.cause
    from sample.stories
    inner join sample.orders using (story)
    left join notes using (number)
    left join refunds using (number)
    left join goods using (number)
    where stories.fault <> ''
)
select * from told
union all
select 'payout_differs', null, null, provider, null, null, payout_id, null, 'Une retenue de 12,00 € que rien n''explique.' from sample.payouts where is_short
union all
select 'stock_drift', null, null, null, null, sku, null, null, 'Le chiffre de la boutique a été retouché à la main.' from sample.drifting where place <= 2
union all
select 'unknown_movement', null, null, 'stripe', 'txn_' || sample.name('oddity', number, 20), null, null, null, 'Une contribution prélevée par le prestataire sous un type inconnu.' from sample.oddities
where native_type = 'climate_order_purchase'
union all
select 'coverage_hole', null, null, null, null, null, null, null, 'Deux jours ouvrés manquent au relevé bancaire : l''export n''a pas été fait.' from sample.settings
where statement_hole_on + 1 < as_of;
