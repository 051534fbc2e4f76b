"""Reads the inbox of a shop; where much is new there, while the orchestrator loads."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from assets.passage import Passage
from assets.passages import Passages
from pipelines.domain.summaries import Summary
from pipelines.steps.ingest import ingest, much_is_new


@contextmanager
def reading_ahead(passages: Passages) -> Iterator[None]:
    """Begin at once with the inbox of a shop that is alone, where it holds much: every step waits for it.

    What makes files loads meanwhile too: most of what is published will be made anew.
    """
    passage = next(iter(passages.at_work.values())) if len(passages.at_work) == 1 else None
    if passage is None or not much_is_new(passage.warehouse, passage.folder):
        yield
        return
    passage.press.load()
    with ThreadPoolExecutor(1) as pool:
        passage.reading = pool.submit(_read, passage)
        yield


def read_inbox(passage: Passage) -> Summary:
    """What reading every new file said, begun ahead or not. Raises what stopped it."""
    reading, passage.reading = passage.reading, None
    return reading.result() if reading else _read(passage)


def _read(passage: Passage) -> Summary:
    return ingest(passage.warehouse, passage.shop, passage.folder)
