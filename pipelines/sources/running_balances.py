"""A column that says after each line what the account holds: no line is missing where each starts from what another left.

The lines of an export go up or down, and lines of one instant in any order: what counts is that but one balance, the last, is
where no other line starts from. A column that most lines do not follow (the same balance on every line) is no such column. A
line that may move nothing (pending, a memo, an authorisation) may leave the balance as it is or move it.
"""

HELD = """
with told as (<lines>),
spoken as (
    select source_row, account, currency, day, is_certain, cast(amount as decimal(18, 2)) as amount, cast(balance as decimal(18, 2)) as balance
    from told
    where amount_of(amount) is not null and amount_of(balance) is not null
),
neighbours as (
    select *, lag(balance) over following as above, lead(balance) over following as below
    from spoken
    window following as (partition by account, currency order by source_row)
),
moves as (
    select *, coalesce(not is_certain and balance in (above, below), false) as is_still
    from neighbours
),
read_down as (
    select *, above + amount as led_to, above is null or is_still or above + amount = balance as fits from moves
),
read_up as (
    select *, below + amount as led_to, below is null or is_still or below + amount = balance as fits from moves
),
ways as (
    select 'down' as way, * from read_down
    union all
    select 'up', * from read_up
),
judged as (
    select
        way, account, currency, count(*) as lines, count(*) filter (not fits) as faults,
        arg_min(source_row, source_row) filter (not fits) as fault_row, arg_min(balance, source_row) filter (not fits) as stated,
        arg_min(led_to, source_row) filter (not fits) as found,
        case way when 'down' then arg_max(balance, source_row) else arg_min(balance, source_row) end as closing,
        case way when 'down' then arg_max(day, source_row) else arg_min(day, source_row) end as closed_on
    from ways
    group by way, account, currency
),
best as (
    select distinct on (account, currency) * from judged order by account, currency, faults, way
),
left_behind as (
    select account, currency, balance from moves where not is_still
    except all
    select account, currency, balance - amount from moves where not is_still
),
broken as (
    select account, currency from left_behind group by account, currency having count(*) > 1
),
held as (
    select best.*, broken.currency is not null as is_broken
    from best
    left join broken on broken.account = best.account and broken.currency = best.currency
    where best.lines > 1 and (broken.currency is null or 2 * best.faults < best.lines)
)
select
    case when is_broken then (select max(source_row) + 1 from staged) else 0 end as source_row,
    concat('<name>', case when is_broken then ', ligne ' || fault_row end) as name, currency,
    cast(case when is_broken then stated else closing end as varchar) as stated,
    cast(case when is_broken then found else closing end as varchar) as found,
    account, case when not is_broken then closed_on end as as_of
from held
"""


def running_balance(lines: str, name: str) -> str:
    """The `totals` of a table whose lines bear the balance they leave.

    `lines` is one `select` naming source_row, account, currency, amount, balance, is_certain and day, which is null but for a bank.
    """
    return HELD.replace("<lines>", lines).replace("<name>", name)
