"""Forgets persons: a line of the register, empty cells in the working tables, no photo; again after every reading."""

from datetime import date
from shutil import rmtree

from pipelines.domain.folder import ShopFolder
from pipelines.domain.forgetting import (
    EXPIRE,
    FORGET,
    Forgotten,
    ToForget,
    digest_of,
    retention_horizon,
    to_forget,
)
from pipelines.domain.messages import forget as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import Shop
from pipelines.domain.summaries import Summary
from pipelines.steps.register import append_register, told
from pipelines.warehouse import Warehouse

FORGOTTEN = "forgotten"


def forget(warehouse: Warehouse, folder: ShopFolder, person: str, author: str, at: str) -> Forgotten:
    """Forget a person by e-mail or customer id. Raises Refusal when nobody is known under it."""
    wanted = ToForget((digest_of(person),))
    found = _found(warehouse, wanted)
    if not found.orders:
        raise Refusal(messages.UNKNOWN, person=person)
    append_register(folder.register, FORGOTTEN, at, author, [(FORGET, {"digest": wanted.digests[0]})])
    _erase(warehouse, folder, wanted)
    return found


def forget_expired(
    warehouse: Warehouse, folder: ShopFolder, shop: Shop, as_of: date, author: str, at: str
) -> Forgotten:
    """Forget everyone whose orders and credit notes are all older than the retention of `shop.toml`."""
    wanted = ToForget(before=retention_horizon(as_of, shop.months.retention_years))
    found = _found(warehouse, wanted)
    if found.orders:
        append_register(folder.register, FORGOTTEN, at, author, [(EXPIRE, {"before": str(wanted.before)})])
        _erase(warehouse, folder, wanted)
    return found


def forget_again(warehouse: Warehouse, folder: ShopFolder) -> Summary:
    """Erase once more those the register names: exports read again bring them back."""
    wanted = to_forget(told(folder.register, FORGOTTEN))
    if not wanted.digests and wanted.before is None:
        return Summary("forget", {"orders": 0})
    found = _found(warehouse, wanted)
    _erase(warehouse, folder, wanted)
    return Summary("forget", {"orders": found.orders})


def _found(warehouse: Warehouse, wanted: ToForget) -> Forgotten:
    warehouse.run("forget/persons", digests=list(wanted.digests), before=wanted.before)
    ((orders, kept),) = warehouse.rows("forget/counts")
    return Forgotten(orders, kept, [number for (number,) in warehouse.rows("forget/documents")])


def _erase(warehouse: Warehouse, folder: ShopFolder, wanted: ToForget) -> None:
    """Photos go first: once the tables are empty, nothing says any more whose they were."""
    photos = [folder.photos_of(order_id) for (order_id,) in warehouse.rows("forget/orders")]
    for found in photos:
        if found.is_dir():
            rmtree(found)
    with warehouse.transaction():
        warehouse.run("forget/erased", digests=list(wanted.digests))
