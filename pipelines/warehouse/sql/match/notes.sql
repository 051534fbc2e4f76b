-- One row per credit note that is a debt, `note` its place. `role`: money, exchange (cash settles part), other, credit (a liability
-- settles); `kept`: declared.
create or replace temporary table match_notes as
with answers as (
    select return_id, min(credit_note_number) as credit_note_number
    from core.return_notes
    group by return_id
),

declared as (
    select
        answers.credit_note_number,
        sum(coalesce(returns.label_withheld, 0) + coalesce(returns.depreciation, 0) + coalesce(returns.fee_kept, 0)
            - coalesce(returns.carriage_repaid, 0)) as kept
    from core.returns as returns
    inner join answers on answers.return_id = returns.return_id
    where coalesce(returns.label_withheld, returns.depreciation, returns.fee_kept, returns.carriage_repaid) is not null
    group by answers.credit_note_number
)

select
    notes.rowid as note, notes.credit_note_number, notes.order_id, notes.currency, notes.gross, notes.issued_on, notes.provider_refund_id, notes.settlement,
    case notes.settlement
        when 'refund' then 'money'
        when 'unknown' then 'money'
        when 'exchange' then 'exchange'
        when 'store_credit' then 'credit'
        else 'other'
    end as role,
    cast(coalesce(declared.kept, 0) as decimal(18, 2)) as kept
from core.credit_notes as notes
left join declared on declared.credit_note_number = notes.credit_note_number
where notes.state not in ('draft', 'cancelled');
