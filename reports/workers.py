"""Two processes that make files beside this one: born of one that has loaded what they need, gone with this one."""

from concurrent.futures import ProcessPoolExecutor
import gc
import multiprocessing
from multiprocessing.connection import wait
import os
import threading

WORKERS = 2
LOADED = [
    "reports.credit_note.engine",
    "facturx.generate_xml",
    "reports.pack",
    "reports.workbook.frame",
    "openpyxl",
    "pikepdf",
]
"""What workers need and takes long to load: loaded once, in the process they all are born of."""


def workers() -> ProcessPoolExecutor:
    """The processes, still to be started. Raises OSError where none can be."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LOADED)
    return ProcessPoolExecutor(WORKERS, mp_context=context, initializer=_settle)


def _settle() -> None:
    """A worker only makes files: looking through what is loaded for garbage again and again is lost time."""
    gc.freeze()
    gc.set_threshold(200_000, 50, 50)
    threading.Thread(target=_leave_with_the_run, daemon=True).start()


def _leave_with_the_run() -> None:
    """A run that was killed tells its workers nothing: they would wait for ever for its next file."""
    run = multiprocessing.parent_process()
    if run:
        wait([run.sentinel])
        os._exit(0)
