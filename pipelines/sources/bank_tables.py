"""What every bank's CSV shares: `rows` names for each row its day, amount and label; identity and account follow.

What stands above the header may say which account it is, and what it holds on the day of the export.
"""

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
head as (
    select string_agg(words, chr(10) order by line) as words from above
),
holder as (
    select concat_ws(' ', $bank, nullif(trim(regexp_extract(words, $account, 1)), '')) as account, words from head
),
lines as (
    select said.* replace (
            coalesce(said.account, holder.account) as account, coalesce(said.currency, $currency) as currency,
            case when day_of(booked_on) is null and regexp_matches(plain_words(booked_on), '^((ancien|nouveau)_)?solde|^total') then 'footer' else excluded end as excluded
        )
    from said, holder
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
select lines.source_row, lines.account, lines.currency, lines.amount, either_amount(staged.<balance>) as balance, true as is_certain,
    lines.booked_on as day
from lines
inner join staged on staged.source_row = lines.source_row and lines.excluded is null
"""  # noqa: S608 (our own text)
STATED = f"""
{SAID},
stated as (
    select holder.account, slashed_day(regexp_extract(words, $balance, 1)) as as_of, either_amount(trim(regexp_extract(words, $balance, 2))) as stated
    from holder
),
opening as (
    select max(amount_of(either_amount(<opening>))) as amount from staged
),
moved as (
    select coalesce(sum(amount_of(amount)), 0) as amount from lines where excluded is null
)
select 0 as source_row, 'Solde' as name, $currency as currency, stated, cast(opening.amount + moved.amount as varchar) as found, account, as_of
from stated, opening, moved
where amount_of(stated) is not null and day_of(as_of) is not null
"""  # noqa: S608 (our own text)
SILENT = ("()", "()()")
"""What stands above says nothing."""
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
    name: str,
    headers: tuple[Header, ...],
    rows: str,
    *,
    bank: str = "",
    balance: str = "",
    above: tuple[str, str] = SILENT,
    opening: str = "null",
    short_rows: bool = False,
) -> TableSource:
    """A bank's list of lines. Without an account number in its columns, the account is the bank's name and what stands above.

    `balance` is the column that says what the account holds after each line; `above`, how the lines above the header say
    the account, then a day and what it holds that day (regular expressions of one and two groups); `opening`, the SQL of
    what a row says it held before, to which the lines are added. A row that starts with a balance or a total is none.
    """
    following = running_balance(BALANCES.replace("<rows>", rows).replace("<balance>", balance), "Solde")
    stated = "" if above == SILENT else STATED.replace("<rows>", rows).replace("<opening>", opening)
    return TableSource(
        name=name,
        provider="bank",
        headers=headers,
        reshaped=LINES.replace("<rows>", rows),
        mappings=(Mapped("bank", BANK),),
        exclusions=EXCLUDED,
        totals=following if balance else stated,
        parameters={"bank": bank or name, "account": above[0], "balance": above[1]},
        encodings=("utf-8", "iso-8859-15", "cp1252"),
        short_rows=short_rows,
    )
