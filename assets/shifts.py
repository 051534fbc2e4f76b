"""Many shops in one go: shared out in shifts of a score of shops, two at a time, each in a process of its own."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from functools import partial
import multiprocessing
from pathlib import Path

from assets.nightly import Night, run_night, stopped_night, worst
from assets.passages import Watch, unwatched
from assets.press import Press

AT_ONCE = 2
SHIFT = 20
WORTH_A_SHIFT = 8
LOADED = ["assets.definitions", "assets.nightly", "reports.workbook.frame", "reports.pack", "openpyxl", "pikepdf"]
"""What every shift needs: loaded once, in the process they are all born of."""


def run_shops(
    roots: Sequence[Path],
    home: Path,
    as_of: date | None = None,
    documents: str = "",
    watch: Watch = unwatched,
    engine: str = "",
) -> Night:
    """The night of every shop, as `run_night` does it for each; a few shops make no shift."""
    if len(roots) < WORTH_A_SHIFT:
        return run_night(roots, home, as_of, documents, watch, engine=engine)
    shifts = _shifts(roots)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LOADED)
    with ProcessPoolExecutor(AT_ONCE, mp_context=context) as pool:
        promised = [pool.submit(run_shift, shift, home, as_of, documents) for shift in shifts]
        return _together(_night(*each, watch) for each in zip(shifts, promised, strict=True))


def run_shift(roots: Sequence[Path], home: Path, as_of: date | None, documents: str) -> Night:
    """One shift, which makes its files itself: the other core has a shift of its own."""
    return run_night(roots, home, as_of, documents, press=partial(Press, is_alone=True))


def _shifts(roots: Sequence[Path]) -> list[list[Path]]:
    """Shops dealt out in turn, so that shifts are of one size: none has a single shop."""
    count = max(AT_ONCE, -(-len(roots) // SHIFT))
    return [list(roots[first::count]) for first in range(count)]


def _night(shift: Sequence[Path], promised: "Future[Night]", watch: Watch) -> Night:
    """What became of a shift; one whose process died is said of each of its shops, and leaves the other shifts."""
    try:
        night = promised.result()
    except Exception as error:  # noqa: BLE001 (one shift's failure leaves the others)
        return stopped_night(shift, error)
    for root in shift:
        watch(root.resolve().name, "shelf")
    return night


def _together(nights: Iterable[Night]) -> Night:
    found = list(nights)
    return Night(
        {shop: told for night in found for shop, told in night.told.items()},
        {shop: error for night in found for shop, error in night.stopped.items()},
        worst(night.exit_code for night in found),
        {shop: letter for night in found for shop, letter in night.letters.items()},
        {shop: step for night in found for shop, step in night.stopped_at.items()},
    )
