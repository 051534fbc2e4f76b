"""Examines what a shop's folder is made of, changing nothing: each function gives what is to be mended."""

from collections.abc import Iterator
import json
import shutil

from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import doctor as messages
from pipelines.domain.refusals import Refusal
from pipelines.steps.papers import kept_paper
from pipelines.steps.publish import DIGESTS, REPORT
from pipelines.steps.register import NUMBERS, read_register, told
from pipelines.steps.whole_files import file_sha256
from pipelines.warehouse.connection import Corrupt
from pipelines.warehouse.soundness import is_of_this_version

NEEDED = 1 << 30
"""Bytes a night may need beside the copy of the warehouse kept before a new version."""
MEGABYTE = 1 << 20


def examine_warehouse(folder: ShopFolder) -> Iterator[Refusal]:
    """The warehouse can be read, and is of the present schema. A shop before its first night has none."""
    if not folder.warehouse.exists():
        return
    try:
        if not is_of_this_version(folder.warehouse):
            yield Refusal(messages.WAREHOUSE_OF_ANOTHER_VERSION, str(folder.warehouse))
    except Corrupt as error:
        yield Refusal(messages.WAREHOUSE_UNREADABLE, str(folder.warehouse), reason=error)


def examine_registers(folder: ShopFolder) -> Iterator[Refusal]:
    """Every chain of the register holds."""
    for path in sorted(folder.register.glob("*.jsonl")):
        try:
            read_register(folder.register, path.stem)
        except Refusal as refusal:
            yield refusal


def examine_archive(folder: ShopFolder) -> Iterator[Refusal]:
    """Every file of the archive has the hash it is named by."""
    for path in sorted(folder.archive.glob("[0-9a-f]*")):
        if file_sha256(path) != path.name.partition(".")[0]:
            yield Refusal(messages.ARCHIVE_ALTERED, str(path))


def examine_papers(folder: ShopFolder) -> Iterator[Refusal]:
    """Every document issued still has the paper it was issued on, to the byte."""
    try:
        entries = told(folder.register, NUMBERS)
    except Refusal:
        return
    for entry in entries:
        paper = str(entry.facts.get("paper", ""))
        if paper and not kept_paper(folder, paper):
            number = entry.facts.get("counter_number", entry.facts["credit_note_number"])
            yield Refusal(messages.PAPER_MISSING, str(folder.papers), number=number)


def examine_shelf(folder: ShopFolder) -> Iterator[Refusal]:
    """The edition shown is there, and every file made from records still stands."""
    if not folder.published.is_symlink() and not folder.published.exists():
        return
    try:
        json.loads((folder.published / REPORT).read_bytes())
        digests = json.loads((folder.published / DIGESTS).read_bytes())
    except (OSError, ValueError) as error:
        yield Refusal(messages.SHELF_BROKEN, str(folder.published), reason=error)
        return
    for name in sorted(digests):
        if "#" not in name and not (folder.published / name).exists():
            yield Refusal(messages.SHELF_BROKEN, str(folder.published), reason=name)


def examine_disk(folder: ShopFolder, needed: int = NEEDED) -> Iterator[Refusal]:
    """There is room for the next night."""
    free = shutil.disk_usage(folder.root).free
    wanted = needed + (folder.warehouse.stat().st_size if folder.warehouse.exists() else 0)
    if free < wanted:
        figures = {"free": free // MEGABYTE, "needed": wanted // MEGABYTE}
        yield Refusal(messages.DISK_SHORT, str(folder.root), **figures)
