-- One row per cell that its column cannot take, or per rule a row breaks.
insert into faults
with filled as (
    select source_row, coalesce(columns(* exclude (source_row)), '') from bad
),
unpivoted as (
    unpivot filled on columns(* exclude (source_row)) into name "column" value "value"
),
cells as (
    select source_row, "column", nullif("value", '') as "value" from unpivoted
),
judged as (
    select
        cells.source_row, cells."column", cells."value", declared.choices, declared.type,
        case
            when cells."value" is null then case when declared.is_required then 'missing-value' end
            when declared.type in ('amount', 'signed_amount') and amount_of(cells."value") is null then 'not-an-amount'
            when declared.type = 'price' and price_of(cells."value") is null then 'not-a-price'
            when declared.type = 'rate' and rate_of(cells."value") is null then 'not-a-rate'
            when declared.type in ('quantity', 'signed_quantity') and quantity_of(cells."value") is null
                then 'not-a-quantity'
            when declared.type = 'amount' and amount_of(cells."value") < 0 then 'negative'
            when declared.type = 'quantity' and quantity_of(cells."value") < 0 then 'negative'
            when declared.type = 'instant' and instant_of(cells."value") is null
                then case
                    when instant_of(cells."value" || 'Z') is not null then 'without-offset'
                    when day_of(cells."value") is not null then 'without-offset'
                    else 'not-an-instant'
                end
            when declared.type = 'day' and day_of(cells."value") is null then 'not-a-day'
            when declared.type = 'currency' and currency_of(cells."value") is null then 'not-a-currency'
            when declared.type = 'choice' and not list_contains(declared.choices, cells."value") then 'not-in-list'
        end as code
    from cells
    inner join declared on declared.kind = $kind and declared."column" = cells."column"
)
select source_row, $kind, "column", "value", code, array_to_string(list_filter(choices, lambda each: each <> 'unknown' or "column" <> 'type'), ', '), null
from judged
where code is not null;
