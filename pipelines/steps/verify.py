"""Recomputes what was read, sealed and published, from registers to shelf; names the first difference."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pipelines.domain.controls import ControlTotal
from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import months as messages
from pipelines.domain.months import last_day
from pipelines.domain.periods import Period, file_hash, sealed_months
from pipelines.domain.refusals import Refusal
from pipelines.domain.register import FIRST
from pipelines.domain.shop import Shop
from pipelines.domain.summaries import Summary
from pipelines.steps.control import control
from pipelines.steps.diagnose import examine_archive, examine_papers, examine_registers
from pipelines.steps.publish import DIGESTS, HASHES, hashes_of
from pipelines.steps.seals import checked_seal, load_seals, periods_of
from pipelines.steps.tables import check_tables
from pipelines.warehouse import Warehouse


def verify(warehouse: Warehouse, folder: ShopFolder, shop: Shop) -> Summary:
    """Raises Refusal naming the first thing that differs; else says how much was proved."""
    periods = sealed_months(periods_of(folder))
    files = check_files(folder, periods)
    tables = check_tables(warehouse, folder.published)
    check_warehouse(warehouse, folder, periods)
    controls = check_controls(warehouse, shop)
    figures = {"months": len(periods), "controls": controls, "files": files, "tables": tables}
    return Summary("verify", figures)


def check_files(folder: ShopFolder, periods: list[Period]) -> int:
    """Registers, archive, papers, sealed months and every file of the shelf are what they were when written."""
    for fault in (*examine_registers(folder), *examine_archive(folder), *examine_papers(folder)):
        raise fault
    check_chain(folder, periods)
    check_shelf(folder, periods)
    return check_published(folder)


def check_chain(folder: ShopFolder, periods: list[Period]) -> None:
    """Each sealed file has the hash the register says, and names the hash of the month before."""
    previous = FIRST
    for period in periods:
        if period.previous_hash != previous:
            raise Refusal(messages.CHAIN_BROKEN, month=period.month, previous=previous)
        checked_seal(folder, period)
        previous = str(period.hash)


def check_warehouse(warehouse: Warehouse, folder: ShopFolder, periods: list[Period]) -> None:
    """Documents, money and entries of sealed months stand in the warehouse as they were sealed."""
    if not periods:
        return
    load_seals(warehouse, folder)
    warehouse.run("sealed/documents", last_on=last_day(periods[-1].month))
    for name in ("altered_documents", "altered_lines"):
        for month, what, sealed, found in warehouse.rows(f"sealed/{name}"):
            raise Refusal(messages.WAREHOUSE_DIFFERS, month=month, what=what, sealed=sealed, found=found)


def check_controls(warehouse: Warehouse, shop: Shop) -> int:
    """The control totals recomputed are those the last run kept, and every one of a sealed month ties."""
    kept = dict(_controls(warehouse))
    as_of = max((until for _, until in warehouse.rows("controls/known_months")), default=date.min)
    if as_of == date.min:
        return 0
    warehouse.run("controls/keep")
    control(warehouse, shop, as_of)
    found = list(_controls(warehouse))
    warehouse.run("controls/put_back")
    for (month, number, name), total in found:
        before = kept.get((month, number, name))
        if before != total:
            raise Refusal(
                messages.CONTROL_CHANGED,
                month=month,
                number=number,
                name=name,
                kept=_words(before),
                found=_words(total),
            )
    return len(kept)


def check_published(folder: ShopFolder) -> int:
    """Every file of the shelf has the bytes it was published with, and no other stands beside it."""
    kept, found = hashes_of(folder.published), shelf_files(folder.published)
    known = found.keys() - {DIGESTS, HASHES}
    for path in sorted(kept.keys() | known) if kept else ():
        if kept.get(path) != found.get(path):
            raise Refusal(messages.PUBLISHED_FILE_CHANGED, path=path)
    return len(known)


def check_shelf(folder: ShopFolder, periods: list[Period]) -> None:
    """Every file delivered at closing stands on the shelf with the bytes it had, and no other beside it."""
    for period in periods:
        if period.files is None:
            continue
        root = folder.published / period.month
        found = shelf_files(root)
        for path, sha256 in period.files.items():
            if path not in found:
                raise Refusal(messages.SHELF_FILE_MISSING, month=period.month, path=path)
            if found[path] != sha256:
                raise Refusal(messages.SHELF_FILE_CHANGED, month=period.month, path=path)
        for path in sorted(found.keys() - period.files.keys()):
            raise Refusal(messages.SHELF_FILE_ADDED, month=period.month, path=path)


def shelf_files(root: Path) -> dict[str, str]:
    """The SHA-256 of every file under a folder of the shelf, by path."""
    return {
        path.relative_to(root).as_posix(): file_hash(path.read_bytes())
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def _controls(warehouse: Warehouse) -> Iterator[tuple[tuple[str, int, str], ControlTotal]]:
    for month, *columns in warehouse.rows("controls/kept"):
        total = ControlTotal(*columns)
        yield (month, total.number, total.name), total


def _words(total: ControlTotal | None) -> str:
    return "rien" if total is None else f"{total.left} / {total.right} ({total.state})"
