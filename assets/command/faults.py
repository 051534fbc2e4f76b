"""Every way a verb may fail, turned into a sentence, what to do next, and an exit code."""

from collections.abc import Callable
import errno
import os
from pathlib import Path
import shutil
import sys
import traceback

import click

from assets.command.answer import Answer
from pipelines.domain.messages import command as messages
from pipelines.domain.refusals import Refusal, causes

LEAST_FREE = 1 << 20
"""Bytes under which a disk is full, whatever is said of it."""
SAID = {
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), messages.NOT_WRITABLE),
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), messages.DISK_FULL),
    errno.EIO: messages.DISK_FAILING,
}
"""What is said of a system's own fault."""
TOLD = {
    "No space left on device": errno.ENOSPC,
    "database or disk is full": errno.ENOSPC,
    "Input/output error": errno.EIO,
    "disk I/O error": errno.EIO,
    "Permission denied": errno.EACCES,
    "unable to open database file": errno.EACCES,
    "readonly database": errno.EROFS,
    "Read-only file system": errno.EROFS,
}
"""How DuckDB and SQLite tell the same faults."""


def refused(work: Callable[[], Answer | None], shop: Path | None = None) -> Answer:
    """Do the work and give its answer; a failure is said on standard error and becomes the answer."""
    try:
        return work() or Answer()
    except (click.ClickException, click.exceptions.Exit):
        raise
    except Exception as error:  # noqa: BLE001 (the last net: whatever it is, a person gets a sentence)
        return _said(refusal_of(error, shop), shop)


def language_of(shop: Path | None) -> str:
    """The language a person reads: the shop's, or the one of LETTRAGE_LANGUAGE, or French."""
    from pipelines.domain.shop import read_shop

    try:
        return read_shop(shop).identity.language if shop and shop.is_dir() else _usual_language()
    except (Refusal, OSError):
        return _usual_language()


def _usual_language() -> str:
    return os.environ.get("LETTRAGE_LANGUAGE", "fr")


def _said(refusal: Refusal, shop: Path | None) -> Answer:
    sentence = refusal.sentence(language_of(shop))
    click.echo(sentence, file=sys.stderr)
    code = refusal.message.code
    facts = {"refused": {"code": code, "where": refusal.where, "sentence": sentence}, "exit_code": refusal.exit_code}
    return Answer(facts=facts, exit_code=refusal.exit_code)


def refusal_of(error: Exception, shop: Path | None) -> Refusal:
    """The refusal behind a failure, found through whatever carried it here."""
    for cause in causes(error):
        if isinstance(cause, Refusal):
            return cause
        number = _number(cause, shop or Path())
        if number in SAID:
            return Refusal(SAID[number], str(getattr(cause, "filename", None) or ""), reason=os.strerror(number))
    return Refusal(messages.FAULT, reason=f"{type(error).__name__}: {_first_line(error)}", report=_report(error, shop))


def _number(error: BaseException, shop: Path) -> int:
    """The system's number for a fault, by whoever it is told; 0 when it is none of the system's.

    SQLite calls a failure what is only a full disk.
    """
    if isinstance(error, OSError) and error.errno:
        return error.errno
    number = next((number for words, number in TOLD.items() if words in str(error)), 0)
    return errno.ENOSPC if number == errno.EIO and _is_full(shop) else number


def _is_full(folder: Path) -> bool:
    return folder.is_dir() and shutil.disk_usage(folder).free < LEAST_FREE


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0][:200]


def _report(error: Exception, shop: Path | None) -> str:
    """Keep the whole story of the fault where it can be sent from, or show it when it cannot be kept."""
    story = "".join(traceback.format_exception(error))
    try:
        path = (shop or Path()) / ".dagster" / "fault.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(story, encoding="utf-8")
    except OSError:
        click.echo(story, file=sys.stderr)
        return "-"
    return str(path)
