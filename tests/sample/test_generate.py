"""The sample shop: the same seed gives the same bytes, every fault is there once, and the truth holds."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines.domain.shop import read_shop
from pipelines.sample import Scale, generate


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    shop = tmp_path_factory.mktemp("boutique")
    generate(shop)
    return shop


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_seed_gives_the_same_bytes(folder, tmp_path):
    generate(tmp_path)
    assert contents(tmp_path) == contents(folder)


def test_another_seed_gives_another_shop(folder, tmp_path):
    generate(tmp_path, Scale(seed=1, orders=60))
    assert contents(tmp_path) != contents(folder)


def test_the_shop_is_invented_but_its_number_is_well_formed(folder):
    siren = read_shop(folder).identity.siren
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(siren))]
    assert sum(value - 9 * (value > 9) for value in doubled) % 10 == 0
    assert siren.startswith("99999999")


def test_faults_are_few_and_of_many_kinds(folder):
    kinds = [fault["kind"] for fault in rows(folder / "truth" / "faults.csv")]
    assert len(set(kinds)) == 30
    assert len(kinds) == 32


def test_no_refund_is_said_to_settle_more_than_it_is(folder):
    refunds = {
        row["refund_id"]: Decimal(row["gross"])
        for row in rows(folder / "inbox" / "remboursements.csv")
        if row["type"] == "refund"
    }
    settled: dict[str, Decimal] = {}
    for pair in rows(folder / "truth" / "allocations.csv"):
        settled[pair["refund_id"]] = settled.get(pair["refund_id"], Decimal(0)) + Decimal(pair["amount"])
    assert all(amount <= refunds[refund] for refund, amount in settled.items() if refund in refunds)


def test_nothing_happens_after_the_last_day(folder):
    stamps = [
        value
        for path in (folder / "inbox").glob("*.csv")
        for row in rows(path)
        for column, value in row.items()
        if column.endswith("_at") and value
    ]
    assert max(stamps) < "2026-11-01"
