"""What every provider's table shares: once a row says what moved, its signs and its fee follow the same rules.

A provider's file declares `types`, its own words (any case, any accents) and the movement each one is: payment, payout,
refund, refund_failure, dispute, dispute_reversal, fee or adjustment; `moveless`, its words for rows that move no money and
the reason of `messages/exclusions.py`; and `rows`, one `select` over `staged` naming for each row:

- `native_type`, looked up in both; a word that stands in neither is an unknown movement. A `movement` or an `excluded`
  that `rows` names itself comes first. `native_status` is looked up in `statuses`: succeeded, pending, failed, canceled;
- `gross` and `net`, signed as they change the balance, and `fee` under either sign habit, `moved_at`, `currency`;
- whatever else it knows: `id` of what moved, `row_id` of the row itself, `payment_id`, `order_reference`,
  `credit_note_number`, `customer_email`, `method`, `payout_id`, `description`, `bank_reference`, `provider` where it is not the file's,
  and `customer_gross` and
  `customer_currency` where the customer paid in another currency than the balance's. A number a spreadsheet made of an
  id (`1.23E+22`) tells nothing apart and is no id: the row is then known by what it says.

The fee is positive when the provider keeps it: of `net = gross - fee` and `net = gross + fee` the one that holds tells
the habit, and a row where neither holds is refused. A sign that contradicts the movement makes it unknown, never a
smaller total. Only a refund that has not succeeded is kept, under its status: nothing else has moved.
"""

from collections.abc import Mapping

from pipelines.sources.source import ENCODINGS, Header, Mapped, TableSource, normalised

RESHAPED = """
with empty as (
    select source_row, null::varchar as provider, null::varchar as native_type, null::varchar as native_status, null::varchar as movement, null::varchar as excluded,
        null::varchar as gross, null::varchar as fee, null::varchar as net, null::varchar as moved_at,
        null::varchar as currency, null::varchar as id, null::varchar as row_id, null::varchar as payment_id,
        null::varchar as order_reference, null::varchar as credit_note_number, null::varchar as customer_email,
        null::varchar as method, null::varchar as payout_id, null::varchar as description,
        null::varchar as bank_reference, null::varchar as customer_gross, null::varchar as customer_currency
    from staged
    where false
),
said as (
    select * from empty
    union all by name
    select * from (<rows>) as native
),
worded as (
    select * replace (
            whole_id(id) as id, whole_id(payment_id) as payment_id, whole_id(payout_id) as payout_id,
            coalesce(whole_id(row_id), whole_id(id), whole_id(payment_id), concat_ws(' ', native_type, order_reference, moved_at, cents_text(gross))) as row_id
        ),
        plain_words(native_type) as type_words, plain_words(native_status) as status_words
    from said
),
typed as (
    select * exclude (type_words, status_words) replace (
            coalesce(movement, <types>, 'unknown') as movement, coalesce(excluded, <moveless>) as excluded
        ),
        case when native_status is null then 'succeeded' else <statuses> end as status,
        try_cast(gross as decimal(18, 2)) as gross_number, try_cast(fee as decimal(18, 2)) as fee_number,
        try_cast(net as decimal(18, 2)) as net_number
    from worded
),
kept as (
    select *,
        case
            when fee_number is null or net_number is null or gross_number is null then fee_number
            when net_number = gross_number - fee_number then fee_number
            when net_number = gross_number + fee_number then -fee_number
        end as kept_number,
        coalesce(net_number <> gross_number - fee_number and net_number <> gross_number + fee_number, false) as is_torn,
        coalesce(gross_number, 0) = 0 as is_fee_alone,
        coalesce(customer_currency <> currency, false) and customer_gross is not null and not is_fee_alone as is_foreign
    from typed
)
select * exclude (gross_number, fee_number, net_number, kept_number, is_torn, is_fee_alone) replace (
        case
            when excluded is not null then 'excluded'
            when status is null then 'unsure'
            when status <> 'succeeded' and movement <> 'refund' then 'excluded'
            when is_torn then 'torn'
            when gross_number is null and (gross is not null or net_number is null) then movement
            when is_fee_alone and coalesce(kept_number, 0) = 0 and coalesce(net_number, 0) = 0
                then case when movement = 'unknown' then 'nameless' else 'moveless' end
            when is_fee_alone and kept_number > 0 and movement <> 'payout' then 'fee'
            when is_fee_alone and kept_number < 0 and movement <> 'payout' then 'adjustment'
            when movement = 'payment' and gross_number < 0 then 'unknown'
            when movement in ('refund', 'dispute') and gross_number > 0 then 'unknown'
            when movement in ('refund_failure', 'dispute_reversal') and gross_number < 0 then 'unknown'
            when movement = 'fee' and gross_number > 0 then 'adjustment'
            else movement
        end as movement,
        case when is_fee_alone and kept_number <> 0 then cast(-kept_number as varchar) else gross end as gross,
        case when is_fee_alone and kept_number <> 0 then null else coalesce(cast(kept_number as varchar), fee) end as fee,
        coalesce(net, cast(gross_number - kept_number as varchar)) as net
    )
from kept
"""

PAYMENTS = """
select source_row, coalesce(provider, $provider) as provider, coalesce(payment_id, id, row_id) as payment_id,
    coalesce(order_reference, payment_id, id, row_id) as order_id, method, moved_at as captured_at,
    case when is_foreign then absolute(customer_gross) else gross end as amount,
    case when is_foreign then customer_currency else currency end as currency,
    fee, net, payout_id, case when is_foreign then gross end as settlement_amount,
    case when is_foreign then currency end as settlement_currency
from staged
where movement = 'payment'
"""

REFUNDS = """
select source_row, coalesce(provider, $provider) as provider,
    case
        when movement in ('fee', 'adjustment', 'unknown') then coalesce(row_id, id, payment_id)
        else coalesce(id, row_id, payment_id)
    end as refund_id,
    movement as type, status, payment_id, order_reference, credit_note_number,
    customer_email, moved_at as created_at,
    case
        when movement in ('adjustment', 'unknown') then gross
        when is_foreign then absolute(customer_gross)
        else absolute(gross)
    end as gross,
    fee, net, payout_id,
    case
        when starts_with(description, native_type) then description
        when movement in ('adjustment', 'unknown') or description is null then concat_ws(' : ', native_type, description)
        else description
    end as description,
    case when is_foreign and movement not in ('adjustment', 'unknown') then customer_currency else currency end as currency,
    case when is_foreign and movement not in ('adjustment', 'unknown') then gross end as settlement_gross,
    case when is_foreign and movement not in ('adjustment', 'unknown') then currency end as settlement_currency
from staged
where movement in ('refund', 'refund_failure', 'dispute', 'dispute_reversal', 'fee', 'adjustment', 'unknown')
"""

PAYOUTS = """
select source_row, coalesce(provider, $provider) as provider, coalesce(payout_id, id, row_id) as payout_id, moved_at as paid_at,
    case
        when coalesce(net, gross) like '-%' then absolute(coalesce(net, gross))
        else '-' || coalesce(net, gross)
    end as amount,
    currency, coalesce(bank_reference, id, row_id) as bank_reference
from staged
where movement = 'payout'
"""

EXCLUSIONS = """
select source_row, case movement when 'moveless' then 'no_money' else coalesce(excluded, status) end as reason
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
union all
select source_row, 'status', native_status, 'unknown-status'
from staged
where movement = 'unsure'
"""


def movements_table(
    name: str,
    provider: str,
    headers: tuple[Header, ...],
    rows: str,
    *,
    types: Mapping[str, str],
    moveless: Mapping[str, str] | None = None,
    statuses: Mapping[str, str] | None = None,
    parameters: Mapping[str, str] | None = None,
    encodings: tuple[str, ...] = ENCODINGS,
    short_rows: bool = False,
    totals: str = "",
) -> TableSource:
    """A provider's table of movements: its payments, its refunds and their kin, its payouts."""
    return TableSource(
        name=name,
        provider=provider,
        headers=headers,
        reshaped=RESHAPED.replace("<rows>", rows)
        .replace("<types>", looked_up("type_words", types))
        .replace("<moveless>", looked_up("type_words", moveless or {}))
        .replace("<statuses>", looked_up("status_words", statuses or {})),
        mappings=(Mapped("payments", PAYMENTS), Mapped("refunds", REFUNDS), Mapped("payouts", PAYOUTS)),
        exclusions=EXCLUSIONS,
        rejections=REJECTIONS,
        totals=totals,
        parameters={"provider": provider, **(parameters or {})},
        encodings=encodings,
        short_rows=short_rows,
    )


def looked_up(words: str, meanings: Mapping[str, str]) -> str:
    """The SQL expression that finds plain words (`plain_words(…)` of a column) in a declared list."""
    if not meanings:
        return "null::varchar"
    plain = {normalised(word): meaning for word, meaning in meanings.items()}
    branches = []
    for meaning in dict.fromkeys(plain.values()):
        known = ", ".join(f"'{word}'" for word, found in plain.items() if found == meaning)
        branches.append(f"when {words} in ({known}) then '{meaning}'")
    return f"case {' '.join(branches)} end"


def all_are(meaning: str, *words: str) -> dict[str, str]:
    """Several words of a provider that mean the same."""
    return dict.fromkeys(words, meaning)
