"""The shops of one run: each step is done for every shop in turn, and one shop's failure leaves the others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import wait
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import perf_counter

from assets.logbook import log_failure, log_step
from assets.passage import MonthStep, Passage, Step, passage
from assets.press import Press
from pipelines.domain.summaries import Summary

Told = dict[str, int | str]
READING = "ingest"
Watch = Callable[[str, str], None]


def unwatched(_shop: str, _step: str) -> None:
    """Nobody looks on."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a run: its day, its PDFs, where its sets are worked out, who looks on, what makes files.

    `watch` is told the shop and the step as each begins.
    """

    as_of: date | None = None
    documents: str = ""
    engine: str = ""
    watch: Watch = unwatched
    new_press: Callable[[], Press] = Press


NOTHING_ELSE = Asked()
"""A run as the shop's own settings say."""


@dataclass
class Passages:
    """The shops still at work by name, and what stopped the others."""

    at_work: dict[str, Passage]
    stopped: dict[str, Exception] = field(default_factory=dict)
    stopped_at: dict[str, str] = field(default_factory=dict)
    watch: Watch = unwatched

    def each(self, name: str, step: Step) -> Told:
        """Do a step for every shop, and say what it said; with several shops, under each shop's name."""
        return self._told(name, lambda passage: passage.once(name, step))

    def always(self, name: str, step: Step) -> Told:
        """The same, whether or not it was done before with the same inputs."""
        return self._told(name, step)

    def each_month(self, name: str, keys: Sequence[str], step: MonthStep) -> Told:
        """Do a step for every shop and month among partition keys `month|shop`, where the shop has that month open."""
        return self._told(name, lambda passage: _months_told(passage, name, keys, step))

    @contextmanager
    def ahead(self, months: int) -> Iterator[None]:
        """Files of one shop's steps go on being made while its next steps are done.

        With several shops each step waits for its own files, so that a file that cannot be made stops its own shop.
        """
        if len(self.at_work) > 1:
            yield
            return
        (passage,) = self.at_work.values()
        passage.press.foresee(months)
        with passage.press.shared():
            yield

    def row_count(self, table: str) -> int:
        """The rows of a table `layer.noun`, of every shop together."""
        return sum(passage.warehouse.row_count(table) for passage in self.at_work.values())

    def _told(self, name: str, step: Step) -> Told:
        for shop, at_work in list(self.at_work.items()):
            try:
                self._await_reading(shop, at_work)
                self.watch(shop, name)
                _timed(at_work, name, step)
            except Exception as error:  # noqa: BLE001 (one shop's failure leaves the others)
                log_failure(at_work.folder, name, error)
                self.stopped_at[shop] = name
                self._stop(shop, error)
        told = {shop: at_work.told[name].as_metadata() for shop, at_work in self.at_work.items()}
        if len(told) == 1:
            return next(iter(told.values()))
        return {f"{shop} {figure}": value for shop, figures in told.items() for figure, value in figures.items()}

    def _await_reading(self, shop: str, passage: Passage) -> None:
        """What was begun ahead has the warehouse to itself until it ends."""
        if passage.reading:
            self.watch(shop, READING)
            wait([passage.reading])

    def _stop(self, shop: str, error: Exception) -> None:
        """Leave a shop out from here on; when none is left, the run has failed."""
        self.stopped[shop] = error
        del self.at_work[shop]
        if not self.at_work:
            raise error


@contextmanager
def passages(roots: Sequence[Path], asked: Asked = NOTHING_ELSE) -> Iterator[Passages]:
    """Open every shop for the length of a run. A shop that cannot be opened is left out, unless it is the only one."""
    with ExitStack() as stack:
        found, press = Passages({}, watch=asked.watch), asked.new_press()
        stack.callback(press.close)
        stack.callback(_tell_failures, found, {root.resolve().name: root for root in roots})
        for root in roots:
            try:
                opened = stack.enter_context(passage(root, asked.as_of, asked.documents, engine=asked.engine))
                opened.press = press
                found.at_work[root.resolve().name] = opened
            except Exception as error:
                found.stopped[root.resolve().name] = error
                if len(roots) == 1:
                    raise
        yield found


def _tell_failures(found: Passages, roots: Mapping[str, Path]) -> None:
    """Tell of each shop that stopped, at which step; not of a damaged warehouse, which is built anew at once."""
    from assets.command.faults import language_of, refusal_of
    from assets.telling import tell_failure
    from pipelines.domain.refusals import causes
    from pipelines.warehouse.soundness import is_damage

    for shop, error in found.stopped.items():
        if not any(is_damage(cause) for cause in causes(error)):
            root = roots[shop]
            tell_failure(root, found.stopped_at.get(shop, ""), refusal_of(error, root).sentence(language_of(root)))


def _timed(passage: Passage, name: str, step: Step) -> None:
    """Do a step, and write down how long it took and what it counted."""
    begun = perf_counter()
    passage.told[name] = step(passage) or Summary(name)
    passage.seconds[name] = perf_counter() - begun
    log_step(passage.folder, name, passage.seconds[name], passage.told[name])


def _months_told(passage: Passage, name: str, keys: Sequence[str], step: MonthStep) -> Summary:
    shop = passage.folder.root.resolve().name
    asked = {month for month, _, owner in (key.partition("|") for key in keys) if owner == shop}
    inputs = passage.inputs
    months = [month for month in passage.months if month in asked]
    with passage.press.shared():
        # The last months first: their papers, the longest to make, are made while the others are read.
        summaries = {month: passage.once_a_month(name, month, step, inputs) for month in reversed(months)}
    return Summary(
        name, {f"{month} {key}": value for month in months for key, value in summaries[month].figures.items()}
    )
