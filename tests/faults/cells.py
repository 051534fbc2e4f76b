"""One cell of the matrix: a passage meets one fault at one step, then another passage goes through undisturbed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
import ctypes
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
import json
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext
import os
from pathlib import Path
import shutil
import signal
import subprocess
import sys
import tempfile

AS_OF = date(2026, 10, 31)
SOURCE = Path(__file__).with_name("failing_disk.c")
KILLED = -signal.SIGKILL
BALLAST = "lest"
DISK_MB = 200
MEMORY = Path("/dev/shm")
"""Where files are in memory: what is tried here is what happens to writes, not how slow they are."""


class Fault(StrEnum):
    """What may happen to a passage; the words are those of the page."""

    KILL = "SIGKILL"
    FULL = "disque plein (ENOSPC)"
    FAILING = "disque en panne (EIO)"
    FORBIDDEN = "droits retirés (EACCES)"
    DAMAGED = "base abîmée"


@dataclass(frozen=True)
class Ended:
    """How a passage ended: its exit code, and the code of the sentence said when it failed."""

    exit_code: int
    said: str = ""

    @property
    def words(self) -> str:
        if self.exit_code == KILLED:
            return "tué"
        return f"`{self.said}`" if self.said else "va au bout"


@cache
def failing_disk() -> Path | None:
    """The library that makes writes fail, compiled once; none where there is no compiler."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        return None
    made = Path(tempfile.mkdtemp(prefix="lettrage-panne-")) / "failing_disk.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", made, SOURCE, "-ldl"], check=True)
    return made


@cache
def may_mount() -> bool:
    """Whether this account may mount a small disk of its own."""
    with tempfile.TemporaryDirectory() as place:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", place], check=False, capture_output=True)
        return mounted.returncode == 0 and subprocess.run(["umount", place], check=False).returncode == 0


def hindrance(fault: Fault) -> str:
    """Why a fault cannot be made on this machine; nothing when it can."""
    if fault is Fault.FULL and may_mount():
        return ""
    if fault in {Fault.KILL, Fault.FULL, Fault.FAILING} and failing_disk() is None:
        return "gcc manque : les écritures ne peuvent pas être interrompues"
    return ""


@contextmanager
def shop_at_risk(exports: Path, fault: Fault) -> Iterator[Path]:
    """A copy of a shop, writable by anyone; on a small disk of its own when that disk is to be full."""
    place = Path(tempfile.mkdtemp(prefix="lettrage-panne-", dir=MEMORY if MEMORY.is_dir() else None))
    is_mounted = fault is Fault.FULL and may_mount()
    if is_mounted:
        size = f"size={DISK_MB}m,mode=755"
        subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", place], check=True)
    try:
        root = Path(shutil.copytree(exports, place / "boutique"))
        yield root
    finally:
        if is_mounted:
            subprocess.run(["umount", "--lazy", place], check=True)
        shutil.rmtree(place)


def disturbed(root: Path, fault: Fault, step: str) -> Ended:
    """A passage in a process of its own, that meets the fault when the step begins."""
    ended = passed(root, fault, step)
    if fault is Fault.FULL:
        (root.parent / BALLAST).unlink(missing_ok=True)
    if fault is Fault.FORBIDDEN:
        _open(root, 0o755, 0o644)
    return ended


def passed(root: Path, fault: Fault | None = None, step: str = "") -> Ended:
    """A passage in a process of its own, and how it ended."""
    said = Path(tempfile.mkstemp(prefix="lettrage-panne-")[1])
    said.chmod(0o666)
    child = _nursery().Process(target=_run, args=(root, fault, step, said))
    child.start()
    child.join()
    told = json.loads(said.read_text() or "{}")
    said.unlink()
    return Ended(told.get("exit_code", child.exitcode), told.get("refused", {}).get("code", ""))


@cache
def _nursery() -> ForkServerContext:
    """Children of one process that has read our code already, with the failing disk under it, idle until asked."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.loaded"])
    library = failing_disk()
    if library:
        os.environ["LD_PRELOAD"] = str(library)
    from multiprocessing.forkserver import ensure_running

    ensure_running()
    os.environ.pop("LD_PRELOAD", None)
    return context


def _run(root: Path, fault: Fault | None, step: str, said: Path) -> None:
    """`lettrage run --json` in this process, its answer kept in a file."""
    from assets import nightly
    from assets.command import exit_code

    if fault is Fault.FORBIDDEN:
        _give_up_privileges()
    meet = MEETINGS[fault] if fault else None

    def watch(_shop: str, begun: str) -> None:
        if meet and begun == step:
            meet(root)

    run_night = nightly.run_night
    nightly.run_night = lambda roots, home, asked: run_night(roots, home, replace(asked, watch=watch))
    with said.open("w") as answer:
        os.dup2(answer.fileno(), 1)
        sys.exit(exit_code(["run", "--shop", str(root), "--as-of", AS_OF.isoformat(), "--documents", "none", "--json"]))


def _kill_at_write(root: Path) -> None:
    os.environ["LETTRAGE_FAULT"] = f"KILL {root}"


def _fill(root: Path) -> None:
    """Fill the disk to its last byte; where no disk may be mounted, have every write answered as a full one does."""
    if not os.path.ismount(root.parent):
        os.environ["LETTRAGE_FAULT"] = f"ENOSPC {root}"
        return
    with (root.parent / BALLAST).open("wb", buffering=0) as ballast:
        try:
            while ballast.write(bytes(1 << 20)):
                pass
        except OSError:
            pass


def _break_disk(root: Path) -> None:
    os.environ["LETTRAGE_FAULT"] = f"EIO {root}"


def _forbid(root: Path) -> None:
    _open(root, 0o555, 0o444)


def _damage(root: Path) -> None:
    """Write over the middle of what the warehouse has on disk, as a disk does that lies."""
    for path in (root / "warehouse").glob("lettrage.duckdb*"):
        with path.open("r+b") as file:
            size = path.stat().st_size
            file.seek(size // 3)
            file.write(b"\xa5" * (size // 3))


MEETINGS: dict[Fault, Callable[[Path], None]] = {
    Fault.KILL: _kill_at_write,
    Fault.FULL: _fill,
    Fault.FAILING: _break_disk,
    Fault.FORBIDDEN: _forbid,
    Fault.DAMAGED: _damage,
}


def _give_up_privileges() -> None:
    """Be subject to the rights of files, as everyone but root is (capset(2), version 3)."""
    header, nothing = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    ctypes.CDLL(None).capset(header, nothing)


def _open(root: Path, folder: int, file: int) -> None:
    for path in sorted((root, *root.rglob("*")), reverse=True):
        if not path.is_symlink():
            path.chmod(folder if path.is_dir() else file)
