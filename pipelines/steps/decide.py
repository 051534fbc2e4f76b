"""Reads the decisions of a workbook back into the register; the next run applies them."""

from collections.abc import Sequence
from pathlib import Path

from pipelines.domain.decided_book import DecidedBook
from pipelines.domain.decided_rows import DecidableItem, Facts, Known, Verdict, judge
from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import workbook as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import Shop
from pipelines.sources.decided_workbook import read_decided_workbook
from pipelines.steps.register import DECISIONS, append_register, read_register
from pipelines.warehouse import Warehouse


def decide(warehouse: Warehouse, folder: ShopFolder, shop: Shop, file: Path, author: str, at: str) -> list[Verdict]:
    """Record what the rows decide and say what becomes of each. Raises Refusal when the workbook cannot be read.

    `at` is an ISO instant. The caller holds the shop's lock.
    """
    book = read_decided_workbook(file.read_bytes(), file.name)
    _refuse_other(warehouse, shop, book, file.name)
    verdicts = judge(book.rows, _known(warehouse, folder, book))
    recorded = [line for verdict in verdicts for line in verdict.recorded]
    if recorded:
        append_register(folder.register, DECISIONS, at, author, recorded)
    return verdicts


def _refuse_other(warehouse: Warehouse, shop: Shop, book: DecidedBook, where: str) -> None:
    if book.shop != (shop.identity.siren or shop.identity.name):
        raise Refusal(messages.OTHER_SHOP, where, found=book.shop)
    states = [state for (state,) in warehouse.rows("out/ledger_state", month=book.month)]
    if states == ["sealed"]:
        raise Refusal(messages.SEALED, where, month=book.month)


def _known(warehouse: Warehouse, folder: ShopFolder, book: DecidedBook) -> Known:
    keys = [row.key for row in book.rows]
    names = sorted({row.precision for row in book.rows if row.precision})
    items = warehouse.records(DecidableItem, "out/decidable_items", keys=keys)
    return Known(
        book.written,
        {item.key: item for item in items},
        references(warehouse.rows("out/known_references", names=names)),
        read_register(folder.register, DECISIONS),
    )


def references(rows: Sequence[tuple[str, str | None, str | None, str | None]]) -> dict[str, Facts]:
    """What each name stands for; a name two providers use stands for nothing."""
    names = [row[0] for row in rows]
    found: dict[str, Facts] = {}
    for name, note, provider, refund in rows:
        if names.count(name) == 1:
            found[name] = {"credit_note_number": note} if note else {"provider": provider, "refund_id": refund}
    return found
