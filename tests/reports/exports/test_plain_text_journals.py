"""hledger and beancount accept our journals and reach our balances."""

from collections import defaultdict
from decimal import Decimal
import shutil
import subprocess

from beancount import loader
from beancount.core.realization import iter_children, realize
import pytest

from pipelines.steps.month_books import month_books
from pipelines.warehouse import open_warehouse
from reports.exports import beancount as beancount_format
from reports.exports import hledger as hledger_format
from tests.books import allocation, credit_note, posted, refund, shop


@pytest.fixture
def books():
    with open_warehouse() as warehouse:
        credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "20", "20.00")], invoice='FA "1" ; (x) \\')
        credit_note(warehouse, "AV-2", "2026-10-22", [("product", "10.00", "5.5", "0.55")])
        refund(warehouse, "re 1/é", "2026-10-21", "120.00")
        allocation(warehouse, "AV-1", "re 1/é", "120.00")
        posted(warehouse, shop())
        yield month_books(warehouse, shop(), "2026-10")


def balances(books, name):
    found = defaultdict(Decimal)
    for line in books.lines:
        found[name(line)] += line.debit - line.credit
    return {account: balance for account, balance in found.items() if balance}


@pytest.mark.skipif(shutil.which("hledger") is None, reason="hledger is not installed")
def test_hledger_accepts_the_journal_and_agrees(books, tmp_path):
    path = tmp_path / "hledger.journal"
    path.write_bytes(hledger_format.hledger(books).content)
    subprocess.run(["hledger", "-f", path, "check", "--strict"], check=True)
    text = subprocess.run(
        ["hledger", "-f", path, "balance", "--flat", "--no-total", "-O", "csv"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    rows = [line.strip('"').split('","') for line in text.splitlines()[1:]]
    found = {account: Decimal(amount.removesuffix(" EUR")) for account, amount in rows}
    assert found == balances(books, hledger_format.account_name)


def test_beancount_accepts_the_journal_and_agrees(books):
    entries, errors, _ = loader.load_string(beancount_format.beancount(books).content.decode())
    assert errors == []
    found = {
        account.account: account.balance.get_only_position().units.number
        for account in iter_children(realize(entries), leaf_only=True)
        if not account.balance.is_empty()
    }
    assert found == balances(books, beancount_format.account_name)
