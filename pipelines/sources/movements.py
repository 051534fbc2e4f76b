"""What every provider's table shares: once a row says what moved, its signs and its fee follow the same rules.

A provider's file declares `rows`, one `select` over `staged` naming for each row:

- `movement`: payment, payout, refund, refund_failure, dispute, dispute_reversal, fee, adjustment, or unknown;
- `excluded`: the reason of `messages/exclusions.py` why it moves no money, empty otherwise;
- `gross` and `net`, signed as they change the balance, and `fee` under either sign habit, `at`, `currency`;
- whatever else it knows: `id`, `payment_id`, `order_reference`, `customer_email`, `method`, `payout_id`, `native_type`,
  `description`, `status`, `bank_reference`, `settlement_gross`, `settlement_currency`.

The fee is positive when the provider keeps it: of `net = gross - fee` and `net = gross + fee` the one that holds tells
the habit, and a row where neither holds is refused. A sign that contradicts the movement makes it unknown, never a
smaller total.
"""

from pipelines.sources.source import Header, Mapped, TableSource

RESHAPED = """
with empty as (
    select source_row, null::varchar as movement, null::varchar as excluded, null::varchar as gross,
        null::varchar as fee, null::varchar as net, null::varchar as at, null::varchar as currency, null::varchar as id,
        null::varchar as payment_id, null::varchar as order_reference, null::varchar as credit_note_number,
        null::varchar as customer_email, null::varchar as method, null::varchar as payout_id,
        null::varchar as native_type, null::varchar as description, null::varchar as status,
        null::varchar as bank_reference, null::varchar as settlement_gross, null::varchar as settlement_currency
    from staged
    where false
),
said as (
    select * from empty
    union all by name
    select * from (ROWS) as native
),
numbered as (
    select *, try_cast(gross as decimal(18, 2)) as gross_number, try_cast(fee as decimal(18, 2)) as fee_number,
        try_cast(net as decimal(18, 2)) as net_number
    from said
),
kept as (
    select *,
        case
            when fee_number is null or net_number is null or gross_number is null then fee_number
            when net_number = gross_number - fee_number then fee_number
            when net_number = gross_number + fee_number then -fee_number
        end as kept_number,
        fee_number is not null and net_number is not null and gross_number is not null
            and net_number <> gross_number - fee_number and net_number <> gross_number + fee_number as is_torn
    from numbered
)
select * replace (
        case
            when excluded is not null then 'excluded'
            when is_torn then 'torn'
            when coalesce(gross_number, net_number) is null then movement
            when coalesce(gross_number, 0) = 0 and coalesce(kept_number, 0) = 0 and coalesce(net_number, 0) = 0
                then case when movement = 'unknown' then 'nameless' else 'moveless' end
            when coalesce(gross_number, 0) = 0 and kept_number > 0 and movement <> 'payout' then 'fee'
            when coalesce(gross_number, 0) = 0 and kept_number < 0 and movement <> 'payout' then 'adjustment'
            when movement = 'payment' and gross_number < 0 then 'unknown'
            when movement in ('refund', 'dispute') and gross_number > 0 then 'unknown'
            when movement in ('refund_failure', 'dispute_reversal') and gross_number < 0 then 'unknown'
            when movement = 'fee' and gross_number > 0 then 'adjustment'
            else movement
        end as movement,
        case
            when coalesce(gross_number, 0) = 0 and kept_number <> 0 then cast(-kept_number as varchar)
            else gross
        end as gross,
        case
            when coalesce(gross_number, 0) = 0 and kept_number <> 0 then null
            else coalesce(cast(kept_number as varchar), fee)
        end as fee
    )
from kept
"""

PAYMENTS = """
select source_row, $provider as provider, coalesce(payment_id, id) as payment_id,
    coalesce(order_reference, description, payment_id, id) as order_id, method, at as captured_at, gross as amount,
    currency, fee, net, payout_id
from staged
where movement = 'payment'
"""

REFUNDS = """
select source_row, $provider as provider, coalesce(id, payment_id) as refund_id, movement as type,
    coalesce(status, 'succeeded') as status, payment_id, order_reference, credit_note_number, customer_email,
    at as created_at, case when movement in ('adjustment', 'unknown') then gross else ltrim(gross, '-') end as gross,
    fee, net, currency, payout_id,
    case
        when movement in ('adjustment', 'unknown')
            then concat_ws(' : ', native_type, nullif(description, native_type))
        else coalesce(description, native_type)
    end as description,
    settlement_gross, settlement_currency
from staged
where movement in ('refund', 'refund_failure', 'dispute', 'dispute_reversal', 'fee', 'adjustment', 'unknown')
"""

PAYOUTS = """
select source_row, $provider as provider, coalesce(payout_id, id) as payout_id, at as paid_at,
    case
        when coalesce(net, gross) like '-%' then ltrim(coalesce(net, gross), '-')
        else '-' || coalesce(net, gross)
    end as amount,
    currency, bank_reference
from staged
where movement = 'payout'
"""

EXCLUSIONS = """
select source_row, case movement when 'moveless' then 'no_money' else excluded end as reason
from staged
where movement in ('excluded', 'moveless')
"""

REJECTIONS = """
select source_row, 'net' as "column", concat_ws(' / ', gross, fee, net) as "value", 'net-differs' as code
from staged
where movement = 'torn'
union all
select source_row, 'type', native_type, 'unknown-type'
from staged
where movement = 'nameless'
"""


def movements_table(
    name: str,
    provider: str,
    headers: tuple[Header, ...],
    rows: str,
    *,
    encodings: tuple[str, ...] = ("utf-8", "cp1252"),
    short_rows: bool = False,
) -> TableSource:
    """A provider's table of movements: its payments, its refunds and their kin, its payouts."""
    return TableSource(
        name=name,
        provider=provider,
        headers=headers,
        reshaped=RESHAPED.replace("ROWS", rows),
        mappings=(Mapped("payments", PAYMENTS), Mapped("refunds", REFUNDS), Mapped("payouts", PAYOUTS)),
        exclusions=EXCLUSIONS,
        rejections=REJECTIONS,
        parameters={"provider": provider},
        encodings=encodings,
        short_rows=short_rows,
    )
