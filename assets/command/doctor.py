"""Examines a shop, changes nothing, and says what to mend."""

from collections.abc import Callable, Iterator
from pathlib import Path

from assets.clock import Clock
from assets.command.answer import Answer
from assets.command.faults import language_of
from assets.command.verb import verb
from assets.lock import held
from assets.passage import shop_at
from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import command as command_messages
from pipelines.domain.messages import doctor
from pipelines.domain.messages.answers import answer
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import NAME, read_shop
from pipelines.steps.diagnose import (
    examine_archive,
    examine_disk,
    examine_papers,
    examine_registers,
    examine_shelf,
    examine_warehouse,
)

Examine = Callable[[ShopFolder], Iterator[Refusal]]


@verb
def command(shop: Path) -> Answer:
    """One line an organ; 1 when one of them is to be mended."""
    if not (shop / NAME).exists():
        shop_at(shop)
    language = language_of(shop)
    found = {name: list(examine(ShopFolder(shop))) for name, examine in ORGANS.items()}
    told = {name: [refusal.sentence(language) for refusal in refusals] for name, refusals in found.items()}
    lines = [_line(name, sentences, language) for name, sentences in told.items()]
    return Answer("\n".join(lines), told, int(any(told.values())))


def _line(name: str, sentences: list[str], language: str) -> str:
    """An organ by the name of its folder or file; the disk, which has none, in words."""
    shown = answer("doctor_disk", language) if name == "disk" else name
    return "\n".join([f"✗ {shown}", *sentences]) if sentences else f"✓ {shown}"


def _examine_settings(folder: ShopFolder) -> Iterator[Refusal]:
    try:
        read_shop(folder.root)
    except Refusal as refusal:
        yield refusal


def _examine_lock_and_warehouse(folder: ShopFolder) -> Iterator[Refusal]:
    """Nobody writes in the shop, and what was written can be read."""
    try:
        with held(folder, "doctor", Clock(), wait=0):
            yield from examine_warehouse(folder)
    except Refusal as refusal:
        yield refusal
    except OSError as error:
        yield Refusal(command_messages.NOT_WRITABLE, str(error.filename or folder.root), reason=error.strerror)


def _examine_paper(_folder: ShopFolder) -> Iterator[Refusal]:
    """A page is made, with the fonts and libraries of this machine."""
    try:
        from weasyprint import HTML

        HTML(string="<p>é €</p>").write_pdf()
    except (OSError, ImportError) as error:
        yield Refusal(doctor.NO_PAPER, reason=(str(error).splitlines() or [""])[0])


ORGANS: dict[str, Examine] = {
    "shop.toml": _examine_settings,
    "warehouse": _examine_lock_and_warehouse,
    "register": examine_registers,
    "archive": examine_archive,
    "papers": examine_papers,
    "published": examine_shelf,
    "disk": examine_disk,
    "pdf": _examine_paper,
}
