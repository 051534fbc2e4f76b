"""What a night costs: processor, memory and disk of a whole run over invented shops of several sizes."""

from dataclasses import asdict, dataclass
import json
import os
from pathlib import Path
import resource
import subprocess
import sys
from tempfile import TemporaryDirectory

from pipelines.domain.folder import ShopFolder
from pipelines.sample.generate import generate
from pipelines.sample.scale import Scale
from pipelines.warehouse.shelf import open_shelf

KEPT = Path(__file__).with_name("measured.json")
SIZES = (5_000, 40_000)
RETURNED_PER_THOUSAND = 300
SMALL = 60


@dataclass(frozen=True)
class Measure:
    """One run: how many orders and credit notes, processor seconds of first and second run, memory, disk in megabytes."""

    orders: int
    returns: int
    seconds: float
    seconds_again: float
    peak_mb: int
    exports_mb: float
    warehouse_mb: float
    published_mb: float


def measure(orders: int) -> Measure:
    """Invent a shop, run its night without papers, then a night with nothing new."""
    with TemporaryDirectory() as place:
        folder = ShopFolder(Path(place) / "boutique")
        generate(folder.root, Scale(orders=orders, returned_per_thousand=RETURNED_PER_THOUSAND))
        exports = _megabytes(folder.inbox)
        seconds, peak = _run(folder)
        again, _ = _run(folder)
        with open_shelf(folder.published / "tables") as shelf:
            returns = shelf.row_count("main.credit_notes")
        sizes = (exports, _megabytes(folder.warehouse.parent), _megabytes(folder.published.resolve()))
        return Measure(orders, returns, seconds, again, peak, *sizes)


def _run(folder: ShopFolder) -> tuple[float, int]:
    """Processor seconds of one run with everything it starts, and the most memory one of its processes held, in MB."""
    words = ["run", "--shop", str(folder.root), "--as-of", "2026-10-31", "--documents", "none"]
    before = os.times()
    subprocess.run([sys.executable, "-m", "assets.command", *words], check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return round(spent, 1), peak


def _megabytes(folder: Path) -> float:
    return round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6, 1)


def keep(measures: list[Measure]) -> None:
    KEPT.write_text(json.dumps([asdict(each) for each in measures], indent=1) + "\n", encoding="utf-8")


def kept() -> list[Measure]:
    """The measures that stand, the smallest shop first."""
    return [Measure(**each) for each in json.loads(KEPT.read_text(encoding="utf-8"))]
