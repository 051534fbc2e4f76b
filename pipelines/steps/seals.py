"""The files of sealed months, `register/sealed/<month>.jsonl`: written once, read back into any warehouse."""

import json
from pathlib import Path

from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import months as messages
from pipelines.domain.months import last_day
from pipelines.domain.periods import Period, file_hash, read_periods, sealed_months
from pipelines.domain.refusals import Refusal
from pipelines.steps.register import PERIODS, told
from pipelines.steps.whole_files import write_whole
from pipelines.warehouse import Warehouse


def periods_of(folder: ShopFolder) -> dict[str, Period]:
    """Every month the register speaks of. Raises Refusal when the register was altered."""
    return read_periods(told(folder.register, PERIODS))


def seal_path(folder: ShopFolder, month: str) -> Path:
    """Where the sealed file of a month stands."""
    return folder.register / "sealed" / f"{month}.jsonl"


def write_seal(folder: ShopFolder, month: str, content: bytes) -> None:
    """Put a month's file on disk, whole, before the register says it is sealed."""
    write_whole(seal_path(folder, month), content)


def checked_seal(folder: ShopFolder, period: Period) -> Path:
    """The sealed file of a month, its hash proved. Raises Refusal when it is gone or altered."""
    path = seal_path(folder, period.month)
    if not path.exists():
        raise Refusal(messages.FILE_MISSING, str(path), month=period.month)
    if file_hash(path.read_bytes()) != period.hash:
        raise Refusal(messages.FILE_CHANGED, str(path), month=period.month, hash=period.hash)
    return path


def load_seals(warehouse: Warehouse, folder: ShopFolder) -> list[Period]:
    """Make the warehouse know every sealed month, and nothing else about sealed months."""
    sealed = sealed_months(periods_of(folder))
    wanted = [(period.month, period.hash) for period in sealed]
    if warehouse.rows("sealed/known") != wanted:
        with warehouse.transaction():
            warehouse.run("sealed/emptied")
            for period in sealed:
                _load(warehouse, period, checked_seal(folder, period))
    return sealed


def _load(warehouse: Warehouse, period: Period, path: Path) -> None:
    with path.open(encoding="utf-8") as file:
        header = json.loads(file.readline())
    warehouse.run(
        "sealed/month",
        month=period.month,
        hash=period.hash,
        sealed_on=period.sealed_on,
        last_on=last_day(period.month),
    )
    for kind in header["kinds"]:
        warehouse.run("sealed/kind", month=period.month, kind=kind)
    warehouse.run("sealed/read", month=period.month, path=str(path))
