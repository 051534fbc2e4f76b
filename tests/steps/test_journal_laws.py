"""Laws of the books over generated shops: entries balance, money is conserved, order and repetition change nothing."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
import pytest

from pipelines.domain.money import ZERO
from pipelines.domain.vat import vat_inside
from pipelines.steps.month_books import month_books
from pipelines.steps.post import post
from pipelines.warehouse import open_warehouse
from tests.books import add, allocation, credit_note, refund, shop

START = date(2026, 10, 1)
NATURES = ("return", "cancellation", "price_reduction", "goodwill", "error")
SHOP = shop("[books]\nfees = true\n[vat]\none_stop_shop = true")

amounts = st.decimals(min_value="0.01", max_value="500", places=2)
lines = st.lists(
    st.tuples(
        st.sampled_from(["product", "shipping", "fee", "gift_card"]), amounts, st.sampled_from(["20", "5.5", "0"])
    ),
    min_size=1,
    max_size=4,
)
notes = st.tuples(
    lines,
    st.sampled_from(NATURES),
    st.sampled_from(["refund", "store_credit"]),
    st.sampled_from(["FR", "DE"]),
    st.integers(0, 30),
    st.integers(0, 20),
    st.booleans(),
)
shops = st.lists(notes, min_size=1, max_size=5)
FAST = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    derandomize=True,
)


def priced(drawn):
    for kind, gross, rate in drawn:
        vat = vat_inside(gross, Decimal(rate))
        yield kind, str(gross - vat), rate, str(vat)


def fill(warehouse, drawn, order=lambda numbers: numbers):
    for number in order(range(len(drawn))):
        note_lines, nature, settlement, country, day, wait, is_paid = drawn[number]
        issued = START + timedelta(days=day)
        gross = sum((line[1] for line in note_lines), ZERO)
        add(warehouse, "core.orders", order_id=f"O{number}", country=country, channel="web" if number % 2 else "amazon")
        values = {"nature": nature, "settlement": settlement, "order_id": f"O{number}"}
        credit_note(warehouse, f"AV-{number}", issued.isoformat(), list(priced(note_lines)), **values)
        if is_paid and settlement == "refund":
            paid_on = (issued + timedelta(days=wait)).isoformat()
            refund(warehouse, f"re_{number}", paid_on, str(gross), fee="0.35")
            days = {"issued_on": issued.isoformat(), "refunded_on": paid_on}
            allocation(warehouse, f"AV-{number}", f"re_{number}", str(gross), **days)


@pytest.fixture(scope="module")
def warehouse():
    with open_warehouse() as opened:
        yield opened


def posted(warehouse, drawn, order=lambda numbers: numbers, times=1):
    for table in ("orders", "credit_notes", "credit_note_lines", "refunds", "allocations"):
        warehouse.connection.execute(f"truncate core.{table}")
    fill(warehouse, drawn, order)
    for _ in range(times):
        post(warehouse, SHOP, date(2026, 12, 31))
    return [line for month in ("2026-10", "2026-11", "2026-12") for line in month_books(warehouse, SHOP, month).lines]


def twin(drawn):
    """The same books in plain Python: balance per account and auxiliary."""
    balances = defaultdict(lambda: ZERO)
    for number, (note_lines, nature, settlement, country, _, _, is_paid) in enumerate(drawn):
        auxiliary = "WEB" if number % 2 else "AMAZON"
        abroad = country == "DE"
        gross = ZERO
        for kind, net_text, rate, vat_text in priced(note_lines):
            net, vat = Decimal(net_text), Decimal(vat_text)
            digits = f"{int(Decimal(rate) * 10):03d}"
            account = {"shipping": "708500", "fee": "708500", "gift_card": "419100"}.get(kind)
            if account is None and nature in ("price_reduction", "goodwill"):
                account = "709700"
            if account is None:
                account = f"707OSSDE{digits}" if abroad and Decimal(rate) else "707000"
            balances[account] += net
            balances[f"4457OSSDE{digits}" if abroad else "445710"] += vat
            gross += net + vat
        balances["411000", auxiliary] -= gross
        if settlement == "store_credit":
            balances["411000", auxiliary] += gross
            balances["419700"] -= gross
        elif is_paid:
            balances["411000", auxiliary] += gross
            balances["517100"] -= gross
            balances["627800"] += Decimal("0.35")
            balances["517100"] -= Decimal("0.35")
            balances["445660"] += Decimal("0.07")
            balances["445200"] -= Decimal("0.07")
    return {account: balance for account, balance in balances.items() if balance}


def balances(entry_lines):
    found = defaultdict(lambda: ZERO)
    for line in entry_lines:
        found[(line.account, line.auxiliary) if line.auxiliary else line.account] += line.debit - line.credit
    return {account: balance for account, balance in found.items() if balance}


@FAST
@given(shops)
def test_every_entry_balances_under_its_own_number_and_no_amount_is_negative(warehouse, drawn):
    sums, days, numbers = defaultdict(lambda: ZERO), defaultdict(set), defaultdict(list)
    for line in posted(warehouse, drawn):
        assert min(line.debit, line.credit) == 0 < max(line.debit, line.credit)
        sums[line.journal, line.number] += line.debit - line.credit
        days[line.journal, line.number].add((line.booked_on, line.piece))
        numbers[line.journal].append(int(line.number))
    assert not any(sums.values())
    assert all(len(found) == 1 for found in days.values())
    assert all(sorted(set(found)) == list(range(1, len(set(found)) + 1)) for found in numbers.values())


@FAST
@given(shops)
def test_balances_are_those_of_the_plain_twin(warehouse, drawn):
    assert balances(posted(warehouse, drawn)) == twin(drawn)


@FAST
@given(shops)
def test_lettered_groups_balance_and_leave_nothing_settled_open(warehouse, drawn):
    found = posted(warehouse, drawn)
    groups = defaultdict(lambda: ZERO)
    for line in found:
        if line.lettering:
            groups[line.account, line.auxiliary, line.lettering] += line.debit - line.credit
    assert not any(groups.values())
    settled = {f"AV-{number}" for number, note in enumerate(drawn) if note[2] == "store_credit" or note[6]}
    lettered = {line.piece for line in found if line.lettering and line.journal == "AV"}
    assert lettered == settled


@FAST
@given(shops)
def test_neither_the_order_of_rows_nor_posting_again_changes_anything(warehouse, drawn):
    once = posted(warehouse, drawn)
    assert posted(warehouse, drawn, order=reversed) == once
    assert posted(warehouse, drawn, times=2) == once
