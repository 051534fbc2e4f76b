"""The sample shop, whole: controls tie, every program accepts the books, a month sealed stands when all is built anew."""

from datetime import date
from pathlib import Path
import shutil

import pytest

from pipelines.domain.fec import fec_faults
from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import read_shop
from pipelines.sample.generate import generate
from pipelines.sample.scale import Scale
from pipelines.steps.close import Closing, close
from pipelines.steps.control import control
from pipelines.steps.count import count
from pipelines.steps.hold import hold
from pipelines.steps.ingest import ingest
from pipelines.steps.month_books import month_books
from pipelines.steps.normalise import normalise
from pipelines.steps.post import post
from pipelines.steps.prove import prove
from pipelines.steps.reconcile import reconcile
from pipelines.steps.verify import verify
from pipelines.warehouse import open_warehouse
from reports.exports.fec import fec

AS_OF = date(2026, 10, 31)
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def night(folder: ShopFolder):
    """One whole night over the shop, and what the books and controls then say."""
    shop = read_shop(folder.root)
    with open_warehouse(folder.warehouse) as warehouse:
        ingest(warehouse, shop, folder)
        normalise(warehouse, shop, AS_OF)
        hold(warehouse, folder)
        reconcile(warehouse, shop, AS_OF)
        count(warehouse, shop, AS_OF)
        prove(warehouse, shop, AS_OF)
        post(warehouse, shop, AS_OF)
        control(warehouse, shop, AS_OF)
        return [month_books(warehouse, shop, month) for month in ("2026-09", "2026-10")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root: Path = tmp_path_factory.mktemp("sample")
    generate(root, Scale(orders=300))
    (root / "warehouse").mkdir()
    return ShopFolder(root)


@pytest.mark.slow
def test_the_books_of_the_sample(folder):
    september, october = night(folder)
    assert [total for books in (september, october) for total in books.controls if total.state == "differs"] == []
    for books in (september, october):
        file = fec(books)
        assert fec_faults(Path(file.path).name, file.content, YEAR) == []

    shop = read_shop(folder.root)
    with open_warehouse(folder.warehouse) as warehouse:
        close(warehouse, folder, shop, Closing("2026-09", "Claire", "2026-11-01T08:00:00Z", date(2026, 11, 1)))
    sealed, after = night(folder)
    assert [(line.entry_id, line.debit) for line in sealed.lines] == [
        (line.entry_id, line.debit) for line in september.lines
    ]
    assert after.lines == october.lines

    shutil.rmtree(folder.root / "warehouse")
    (folder.root / "warehouse").mkdir()
    assert night(folder) == [sealed, after]
    with open_warehouse(folder.warehouse) as warehouse:
        assert verify(warehouse, folder, shop).figures["months"] == 1
        assert warehouse.connection.execute("select * from core.sealed_differences").fetchall() == []
