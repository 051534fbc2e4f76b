"""Many shops in one go: shared out in shifts of a score of shops, two at a time, each in a process of its own.

A shift makes its files itself: the other core has a shift of its own.
"""

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path

from assets.nightly import Night, run_night, stopped_night, worst
from assets.passages import NOTHING_ELSE, Asked, Watch, unwatched
from assets.press import Press
from reports.workers import WORKERS, workers

SHIFT = 20
WORTH_A_SHIFT = 8
LOADED = ["assets.definitions", "assets.nightly", "reports.workbook.frame", "reports.pack", "openpyxl", "pikepdf"]
"""What every shift needs: loaded once, in the process they are all born of."""


def run_shops(roots: Sequence[Path], home: Path, asked: Asked = NOTHING_ELSE) -> Night:
    """The night of every shop, as `run_night` does it for each; a few shops make no shift."""
    if len(roots) < WORTH_A_SHIFT:
        return run_night(roots, home, asked)
    shifts = shifts_of(roots)
    each_asked = replace(asked, watch=unwatched, new_press=partial(Press, is_alone=True))
    with workers(LOADED) as pool:
        promised = [pool.submit(run_night, shift, home, each_asked) for shift in shifts]
        return _together(_night(*each, asked.watch) for each in zip(shifts, promised, strict=True))


def shifts_of(roots: Sequence[Path]) -> list[list[Path]]:
    """Shops dealt out in turn, so that shifts are of one size, as many for each process: none has a single shop."""
    count = WORKERS * -(-len(roots) // (SHIFT * WORKERS))
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
