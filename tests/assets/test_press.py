"""The press: the same content in the same order, whoever makes it."""

from functools import partial
from operator import methodcaller
import os

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
