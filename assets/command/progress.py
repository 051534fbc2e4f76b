"""What is at work, said on a terminal while one waits; nothing where nobody looks."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assets.command.faults import language_of
from pipelines.domain.messages.steps import step_words

if TYPE_CHECKING:
    from rich.console import Console

    from assets.passages import Watch


@contextmanager
def progress(console: "Console | None" = None) -> "Iterator[Watch]":
    """Something to tell each shop and step to, as it begins."""
    from rich.console import Console as Terminal

    shown = console or Terminal(stderr=True)
    if not shown.is_terminal:
        yield lambda _shop, _step: None
        return
    language = language_of(None)
    with shown.status("…") as status:
        yield lambda shop, step: status.update(f"{shop} · {step_words(step, language)}")
