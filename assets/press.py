"""Makes the files of many months: records in, content out, by two processes while this one reads the next month."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reports.workers import foresee, workers

WORTH_A_POOL = 4
AHEAD = 24
"""Files under way at once: enough that no process waits for another's next month, few enough to be held in memory."""

Make = Callable[[], Any]
Put = Callable[[Any], object]


class Promise(NamedTuple):
    """A file under way: how it is made, where it is put, of which month it is."""

    make: Make
    put: Put
    month: str
    future: Future[Any]


@dataclass
class Press:
    """What is asked of it is made at once, but within `shared`: there, up to a few files ahead of being put away.

    One that is `is_alone` makes everything itself.
    """

    is_alone: bool = False
    sharers: int = 0
    asked: int = 0
    pool: ProcessPoolExecutor | None = None
    promised: deque[Promise] = field(default_factory=deque)

    def make(self, make: Make, put: Put, month: str = "") -> None:
        """Put away what `make` makes, in the order asked; `make` can be sent to another process."""
        self.asked += 1
        future = self._promise(make)
        if future is None:
            self.finish()
            put(make())
            return
        self.promised.append(Promise(make, put, month, future))
        while len(self.promised) > AHEAD:
            self._put_first()

    @contextmanager
    def shared(self) -> Iterator[None]:
        """Everything asked in here is put away on the way out of the outermost; nothing more is, when it fails."""
        self.sharers += 1
        try:
            yield
            if self.sharers == 1:
                self.finish()
        except BaseException:
            self.promised.clear()
            raise
        finally:
            self.sharers -= 1

    def finish(self, month: str = "") -> None:
        """Put away what was asked for a month, and all that was asked before; everything, when no month is named."""
        while any(not month or promise.month == month for promise in self.promised):
            self._put_first()

    def foresee(self, files: int) -> None:
        """Have the other processes load what they need meanwhile, when so many files will be asked for."""
        if files > WORTH_A_POOL:
            self.asked = max(self.asked, files)
            self.load()

    def load(self) -> None:
        """The same, when it is not known yet how many will be."""
        if not self.is_alone:
            foresee()

    def close(self) -> None:
        """Send the other processes home, and their memory with them; they are called again when needed."""
        if self.pool:
            self.pool.shutdown(cancel_futures=True)
            self.pool = None

    def _promise(self, make: Make) -> Future[Any] | None:
        """What another process will make: none for a few files, nor where processes cannot be started."""
        if self.is_alone or not self.sharers or self.asked <= WORTH_A_POOL:
            return None
        try:
            self.pool = self.pool or workers()
            return self.pool.submit(make)
        except (OSError, BrokenProcessPool):
            return None

    def _put_first(self) -> None:
        promise = self.promised.popleft()
        try:
            content = promise.future.result()
        except BrokenProcessPool:
            content = promise.make()
        promise.put(content)
