"""What every bank's CSV shares: `rows` names for each row its day, amount and label; identity and account follow."""

from pipelines.sources.running_balances import running_balance
from pipelines.sources.source import Header, Mapped, TableSource

SAID = """
with empty as (
    select source_row, null::varchar as account, null::varchar as booked_on, null::varchar as amount,
        null::varchar as currency, null::varchar as label, null::varchar as reference, null::varchar as id,
        null::varchar as excluded
    from staged
    where false
),
said as (
    select * from empty
    union all by name
    select * from (<rows>) as native
),
lines as (
    select * replace (coalesce(account, $bank) as account, coalesce(currency, $currency) as currency)
    from said
)
"""
LINES = f"""
{SAID},
labelled as (
    select * replace (
            coalesce(nullif(trim(regexp_replace(label, '\\s+', ' ', 'g')), ''), reference, id, '-') as label
        )
    from lines
)
select *, row_number() over (partition by account, booked_on, amount, coalesce(id, label) order by source_row) as rank
from labelled
"""  # noqa: S608 (our own text)
BALANCES = f"""
{SAID}
select lines.source_row, lines.account, lines.currency, lines.amount, either_amount(staged.<balance>) as balance, true as is_certain
from lines
inner join staged on staged.source_row = lines.source_row and lines.excluded is null
"""  # noqa: S608 (our own text)
BANK = """
select source_row, account,
    concat_ws(' ', booked_on, cents_text(amount), coalesce(id, label), case when rank > 1 then 'n' || rank end) as line_id,
    booked_on, amount, currency, label, coalesce(reference, id) as reference
from staged
where excluded is null
"""
EXCLUDED = """
select source_row, excluded as reason
from staged
where excluded is not null
"""


def bank_table(
    name: str, headers: tuple[Header, ...], rows: str, *, bank: str = "", balance: str = "", short_rows: bool = False
) -> TableSource:
    """A bank's list of lines. Without an account number in its columns, the account is the bank's name.

    `balance` is the column that says what the account holds after each line.
    """
    balances = BALANCES.replace("<rows>", rows).replace("<balance>", balance)
    return TableSource(
        name=name,
        provider="bank",
        headers=headers,
        reshaped=LINES.replace("<rows>", rows),
        mappings=(Mapped("bank", BANK),),
        exclusions=EXCLUDED,
        totals=running_balance(balances, "Solde") if balance else "",
        parameters={"bank": bank or name},
        encodings=("utf-8", "iso-8859-15", "cp1252"),
        short_rows=short_rows,
    )
