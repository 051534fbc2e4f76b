"""The press: the same content in the same order, whoever makes it."""

from functools import partial
from operator import methodcaller
import os
import subprocess
import sys
import time

import pytest

from assets.press import AHEAD, WORTH_A_POOL, Press

MANY = WORTH_A_POOL + AHEAD + 3


@pytest.fixture
def press():
    made = Press()
    yield made
    made.close()


def failing(number: int) -> bytes:
    raise ValueError(number)


def asked_of(press: Press, count: int) -> list[str]:
    put: list[str] = []
    for number in range(count):
        press.make(partial(str, number), put.append)
    return put


def test_alone_it_makes_at_once_and_starts_no_process(press):
    assert asked_of(press, MANY) == [str(number) for number in range(MANY)]
    assert press.pool is None


def test_a_few_files_are_not_worth_a_process(press):
    with press.shared():
        asked_of(press, WORTH_A_POOL)
    assert press.pool is None


def test_many_files_are_made_elsewhere_and_put_away_in_the_order_asked(press):
    with press.shared():
        put = asked_of(press, MANY)
    assert put == [str(number) for number in range(MANY)]
    makers: set[int] = set()
    with press.shared():
        press.make(os.getpid, makers.add)
    assert makers.isdisjoint({os.getpid()})


def test_a_file_that_cannot_be_made_fails_the_step_and_the_press_goes_on(press):
    with pytest.raises(ValueError, match="7"), press.shared():  # noqa: PT012 (the failure comes on the way out)
        asked_of(press, WORTH_A_POOL)
        press.make(partial(failing, 7), methodcaller("hex"))
    with press.shared():
        assert asked_of(press, 0) == []


def test_where_a_process_dies_the_file_is_made_here(press):
    put: list[str] = []
    here = os.getpid()
    with press.shared():
        asked_of(press, WORTH_A_POOL)
        press.make(partial(dies_elsewhere, here), put.append)
        press.make(partial(str, 2), put.append)
    assert put == ["made here", "2"]


def dies_elsewhere(here: int) -> str:
    if os.getpid() != here:
        os._exit(1)
    return "made here"


KILLED = """
import os, signal
from assets.press import Press, WORTH_A_POOL
if __name__ == "__main__":
    press = Press()
    with press.shared():
        for _ in range(WORTH_A_POOL + 3):
            press.make(os.getpid, lambda pid: print(pid, flush=True))
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_workers_leave_with_a_run_that_was_killed(tmp_path):
    script = tmp_path / "run.py"
    script.write_text(KILLED)
    told = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    workers = {int(pid) for pid in told.stdout.split()[WORTH_A_POOL:]}
    assert workers
    until = time.monotonic() + 10
    while any(map(is_alive, workers)):
        assert time.monotonic() < until, workers
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_within_a_run_files_go_on_being_made_from_step_to_step_until_their_month_is_finished(press):
    put: list[str] = []
    with press.shared():
        with press.shared():
            asked_of(press, WORTH_A_POOL)
        for month in ("2026-10", "2026-11", "2026-12"):
            with press.shared():
                press.make(partial(str, month), put.append, month)
        assert put == []
        press.finish("2026-11")
        assert put == ["2026-10", "2026-11"]
    assert put == ["2026-10", "2026-11", "2026-12"]


def test_after_a_step_that_fails_nothing_more_is_put_away(press):
    put: list[str] = []
    with press.shared():
        asked_of(press, WORTH_A_POOL)
        press.make(partial(str, 1), put.append)
        with pytest.raises(ValueError, match="2"), press.shared():
            raise ValueError(2)
    assert put == []


def test_when_many_files_are_foreseen_the_first_is_made_elsewhere_too(press):
    makers: list[int] = []
    with press.shared():
        press.foresee(MANY)
        press.make(os.getpid, makers.append)
    assert makers != [os.getpid()]


def test_the_process_they_are_born_of_is_started_for_many_files_only():
    script = "from assets.press import *; from multiprocessing import forkserver as f; press = Press({alone}); press.foresee({files}); print(f._forkserver._forkserver_pid)"
    asked = [(False, WORTH_A_POOL), (True, MANY), (False, MANY)]
    started = [
        subprocess.run(
            [sys.executable, "-c", script.format(alone=alone, files=files)], capture_output=True, text=True, check=True
        ).stdout.strip()
        for alone, files in asked
    ]
    assert [pid != "None" for pid in started] == [False, False, True]
