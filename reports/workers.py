"""Two processes that work beside this one: born of one that has loaded what they need, gone with this one."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
import gc
import multiprocessing
from multiprocessing import forkserver
from multiprocessing.connection import wait
import os
import threading

WORKERS = 2
GIVING_WAY = 5
"""How far workers stand back from this process, which every one of them waits for."""
LOADED = [
    "reports.credit_note.engine",
    "facturx.generate_xml",
    "reports.pack",
    "reports.workbook.frame",
    "openpyxl",
    "pikepdf",
]
"""What makers of files need and takes long to load: loaded once, in the process they all are born of."""


def workers(loaded: Sequence[str] = LOADED) -> ProcessPoolExecutor:
    """The processes, still to be started, with these modules loaded. Raises OSError where none can be."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(loaded))
    return ProcessPoolExecutor(WORKERS, mp_context=context, initializer=_settle)


def foresee(loaded: Sequence[str] = LOADED) -> None:
    """Start the process they are born of: it loads these modules while this one goes on."""
    multiprocessing.get_context("forkserver").set_forkserver_preload(list(loaded))
    with suppress(OSError):
        forkserver.ensure_running()


def _settle() -> None:
    """What is loaded stays: looking through it for garbage again and again is lost time."""
    os.nice(GIVING_WAY)
    gc.freeze()
    gc.set_threshold(200_000, 50, 50)
    threading.Thread(target=_leave_with_the_run, daemon=True).start()


def _leave_with_the_run() -> None:
    """A run that was killed tells its workers nothing: they would wait for ever for what comes next."""
    run = multiprocessing.parent_process()
    if run:
        wait([run.sentinel])
        os._exit(0)
