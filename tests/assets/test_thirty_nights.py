"""Thirty nights of files late, twice, corrected, cut short and out of order end as one run over everything does."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
import random

import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import read_shop
from pipelines.sample.generate import generate
from pipelines.sample.scale import Scale
from pipelines.steps.close import Closing, close
from pipelines.steps.control import control
from pipelines.steps.count import count
from pipelines.steps.hold import hold
from pipelines.steps.ingest import ingest
from pipelines.steps.morning import breaks_before, morning
from pipelines.steps.normalise import normalise
from pipelines.steps.post import post
from pipelines.steps.prove import prove
from pipelines.steps.reconcile import reconcile
from pipelines.warehouse import Warehouse, open_warehouse

NIGHTS = 30
ORDERS = [9, 11]
"""Seeds of the order in which files come."""
PROVED_EACH = 10
"""One night in so many goes to its end; the others stop after reading."""
LAST = date(2026, 10, 31)
CLOSED = {9: "2026-08", 19: "2026-09"}
"""The months closed in between, by the night."""
FROZEN = {
    "core.documents", "core.periods", "core.journal", "core.postings", "core.letterings", "core.accounts", "core.credit_note_lines",
    "core.late_documents", "core.sealed_differences", "core.sealed_documents", "core.sealed_kinds", "core.sealed_lines", "core.sealed_months",
    "core.sealed_postings", "core.stock_changes", "core.reconciled", "out.controls", "out.counted_notes",
    "out.counted_refunds",
}  # fmt: skip
"""What a seal says of a month, and what is posted or counted from it; every other table must not know of the seals."""
LAST_COUNT = {"core.stock_changes"}
"""What tells of the last count alone, and not of the shop."""
PROVING = ("versements", "soldes", "releve-bancaire")
"""What providers say of their own totals: a month cannot be sealed while it differs, so it comes after."""
Drop = tuple[int, str, bytes]
"""The night a file comes, its name, its bytes."""


def drops(exports: Path, seed: int) -> Iterator[Drop]:
    """Each export in slices that come on any night, some twice, cut short before they come whole, or corrected."""
    chance = random.Random(seed)
    for path in sorted(exports.glob("*.csv")):
        header, *rows = path.read_bytes().splitlines(keepends=True)
        chance.shuffle(rows)
        for rank, start in enumerate(range(0, len(rows), 60)):
            piece, name = b"".join([header, *rows[start : start + 60]]), f"{path.stem}-{rank}"
            night = chance.randrange(NIGHTS)
            yield night, f"{name}.csv", piece
            yield from _mishaps(chance, night, name, piece)


def _mishaps(chance: random.Random, night: int, name: str, piece: bytes) -> Iterator[Drop]:
    other = chance.randrange(NIGHTS)
    match chance.randrange(4):
        case 0:
            yield other, f"encore/{name} (1).csv", piece
        case 1:
            yield max(night - 1, 0), f"coupé-{name}.csv", piece[: len(piece) * 2 // 3]
        case 2:
            yield other, f"ancien-{name}.csv", piece.replace(b"succeeded", b"pending").replace(b"shipped", b"paid")


def pass_night(warehouse: Warehouse, folder: ShopFolder, as_of: date, *, is_read_only: bool = False) -> None:
    """One night; `is_read_only` stops after reading, as a night that dies there does."""
    shop = read_shop(folder.root)
    ingest(warehouse, shop, folder)
    normalise(warehouse, shop, as_of)
    hold(warehouse, folder)
    for step in () if is_read_only else (reconcile, count, prove, post, control):
        step(warehouse, shop, as_of)


def drop(folder: ShopFolder, files: list[Drop]) -> None:
    for _, name, content in files:
        path = folder.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def state(warehouse: Warehouse) -> dict[str, list[tuple]]:
    """Every table of facts, matches, goods and books, row by row."""
    names = warehouse.connection.execute(
        "select table_schema || '.' || table_name from information_schema.tables"
        " where table_type = 'BASE TABLE' and table_schema in ('core', 'stock', 'out') order by all"
    ).fetchall()
    return {name: sorted(warehouse.connection.table(name).fetchall(), key=repr) for (name,) in names}


def shop_like(exports: Path, root: Path) -> ShopFolder:
    """A shop with the settings of another and nothing in its inbox yet."""
    folder = ShopFolder(root)
    folder.inbox.mkdir(parents=True)
    (root / "shop.toml").write_bytes((exports / "shop.toml").read_bytes())
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("seed", ORDERS)
def test_thirty_nights_end_as_one_run_over_everything(seed, tmp_path):
    exports = tmp_path / "exports"
    generate(exports, Scale(orders=30))
    files = list(drops(exports / "inbox", seed))
    night_by_night, at_once = (shop_like(exports, tmp_path / name) for name in ("nights", "once"))
    with open_warehouse() as warehouse:
        for night in range(NIGHTS):
            drop(night_by_night, [it for it in files if it[0] == night])
            as_of = LAST - timedelta(days=NIGHTS - 1 - night)
            pass_night(warehouse, night_by_night, as_of, is_read_only=night % PROVED_EACH != PROVED_EACH - 1)
        ended = state(warehouse)
    with open_warehouse() as warehouse:
        drop(at_once, files)
        pass_night(warehouse, at_once, LAST)
        expected = state(warehouse)
    assert {name for name, rows in expected.items() if ended[name] != rows} <= LAST_COUNT
    assert expected["core.allocations"]
    assert expected["core.journal"]


def shelved(warehouse: Warehouse, folder: ShopFolder) -> None:
    """Show the breaks as a passage does, for the next letter to be held against."""
    tables = folder.published / "tables"
    tables.mkdir(parents=True, exist_ok=True)
    warehouse.connection.table("core.breaks").write_parquet(str(tables / "breaks.parquet"))


def letter_is_right(warehouse: Warehouse, folder: ShopFolder, as_of: date) -> bool:
    """The letter tells the breaks that were not there on the shelf, how many are gone, and every debt."""
    before = breaks_before(warehouse, folder)
    now = {break_id for (break_id,) in warehouse.connection.execute(OPEN).fetchall()}
    record = morning(warehouse, folder, read_shop(folder.root), as_of, [], {}, 0)
    owed = warehouse.connection.execute(OWED).fetchall()[0][0]
    return (record.changes, record.gone, sum(debt.amount for debt in record.debts)) == (
        now - before,
        len(before - now),
        owed,
    )


OPEN = "select break_id from core.breaks where status = 'open'"
OWED = "select coalesce(sum(credited - refunded), 0) from core.returns_proof where money in ('pending', 'missing') and credited > refunded"
ENTRIES = "select entry_id || ' / ' || CompteNum, sum(Debit - Credit) from core.journal group by all"
TOLD = "select id from core.sealed_differences"


def entries(warehouse: Warehouse) -> dict[str, Decimal]:
    """What each entry moves on each account, whenever it is booked."""
    return dict(warehouse.connection.execute(ENTRIES).fetchall())


@pytest.mark.slow
@pytest.mark.parametrize("seed", ORDERS)
def test_thirty_nights_with_two_months_closing_end_the_same_but_for_what_sealing_froze(seed, tmp_path):
    exports = tmp_path / "exports"
    generate(exports, Scale(orders=40, starts_on=date(2026, 8, 1)))
    files = [
        (max(night, 20 * any(kind in name for kind in PROVING)), name, content)
        for night, name, content in drops(exports / "inbox", seed)
    ]
    night_by_night, at_once = (shop_like(exports, tmp_path / name) for name in ("nights", "once"))
    with open_warehouse() as warehouse:
        for night in range(NIGHTS):
            drop(night_by_night, [it for it in files if it[0] == night])
            as_of = LAST - timedelta(days=NIGHTS - 1 - night)
            pass_night(warehouse, night_by_night, as_of)
            assert letter_is_right(warehouse, night_by_night, as_of)
            shelved(warehouse, night_by_night)
            if night in CLOSED:
                closing = Closing(CLOSED[night], "Claire", f"{as_of}T20:00:00Z", as_of)
                assert close(warehouse, night_by_night, read_shop(night_by_night.root), closing).state == "sealed"
        ended = state(warehouse)
        told = {name for (name,) in warehouse.connection.execute(TOLD).fetchall()}
        booked = entries(warehouse)
    with open_warehouse() as warehouse:
        drop(at_once, files)
        pass_night(warehouse, at_once, LAST)
        expected, wanted = state(warehouse), entries(warehouse)
    assert {name for name, rows in expected.items() if ended[name] != rows} <= FROZEN
    assert {name.partition(" / ")[0] for name in booked} == {name.partition(" / ")[0] for name in wanted}, (
        "an entry lost"
    )
    changed = {name for name in booked.keys() | wanted.keys() if booked.get(name, 0) != wanted.get(name, 0)}
    assert changed
    assert changed - told == set(), "what sealing froze is told"
