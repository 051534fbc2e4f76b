"""Makes the files of many months: records in, content out, by two processes while this one reads the next month."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reports.workers import workers

WORTH_A_POOL = 4
AHEAD = 4

Make = Callable[[], Any]
Put = Callable[[Any], object]


@dataclass
class Press:
    """What is asked of it is made at once, but within `shared`: there, up to a few files ahead of being put away.

    One that is `is_alone` makes everything itself.
    """

    is_alone: bool = False
    is_shared: bool = False
    asked: int = 0
    pool: ProcessPoolExecutor | None = None
    promised: deque[tuple[Make, Put, Future[Any]]] = field(default_factory=deque)

    def make(self, make: Make, put: Put) -> None:
        """Put away what `make` makes, in the order asked; `make` can be sent to another process."""
        self.asked += 1
        future = self._promise(make)
        if future is None:
            self._put_all()
            put(make())
            return
        self.promised.append((make, put, future))
        while len(self.promised) > AHEAD:
            self._put_first()

    @contextmanager
    def shared(self) -> Iterator[None]:
        """Everything asked in here is put away on the way out; nothing more is, when it fails."""
        self.is_shared = True
        try:
            yield
            self._put_all()
        finally:
            self.is_shared = False
            self.promised.clear()

    def close(self) -> None:
        """Send the other processes home, and their memory with them; they are called again when needed."""
        if self.pool:
            self.pool.shutdown(cancel_futures=True)
            self.pool = None

    def _promise(self, make: Make) -> Future[Any] | None:
        """What another process will make: none for a few files, nor where processes cannot be started."""
        if self.is_alone or not self.is_shared or self.asked <= WORTH_A_POOL:
            return None
        try:
            self.pool = self.pool or workers()
            return self.pool.submit(make)
        except (OSError, BrokenProcessPool):
            return None

    def _put_all(self) -> None:
        while self.promised:
            self._put_first()

    def _put_first(self) -> None:
        make, put, future = self.promised.popleft()
        try:
            content = future.result()
        except BrokenProcessPool:
            content = make()
        put(content)
