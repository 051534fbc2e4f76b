"""The list of the morning: what was asked and is done is seen the next night; a letter goes when there is something to say."""

from dataclasses import replace

import pytest

from pipelines.domain.morning import Chore, Differing, done_since
from reports.morning import morning_page, morning_text
from reports.morning.text import morning_subject
from tests.reports.test_morning import EMPTY, FULL


def test_what_left_the_list_is_done():
    before = {"pay": ["AV-1", "AV-2"], "document": ["BV-2"], "stock": []}
    now = {"pay": ["AV-2", "AV-3"], "document": [], "stock": ["ROBE"]}
    assert done_since(before, now) == ((Chore.PAY, "AV-1"), (Chore.DOCUMENT, "BV-2"))


def test_the_list_is_known_by_its_numbers():
    assert FULL.ticks == {"pay": ["AV-1"], "document": ["BV-2"], "stock": []}


def test_what_is_done_stands_in_the_letter_and_on_the_page():
    record = replace(FULL, done=((Chore.PAY, "AV-9"),))
    assert "Fait depuis la dernière lettre, vérifié : 1\n- À rembourser, AV-9" in morning_text(record)
    assert "✓ À rembourser · AV-9" in morning_page(record).decode()


@pytest.mark.parametrize(
    ("change", "is_news"),
    [
        ({}, False),
        ({"changes": frozenset({"b1"})}, True),
        ({"gone": 1}, True),
        ({"refused_count": 1}, True),
        ({"differing": (Differing("2026-10", 3, "Avoirs", None, "écart"),)}, True),
        ({"is_rebuilt": True}, True),
        ({"done": ((Chore.STOCK, "ROBE"),)}, True),
    ],
    ids=str,
)
def test_a_letter_has_something_to_say_when_anything_changed(change, is_news):
    assert replace(EMPTY, **change).has_changed is is_news


def test_the_subject_says_how_much_there_is_to_do():
    assert morning_subject(FULL) == "Lettrage · Brume <b> · 31/10/2026 : 3 à faire"
    assert morning_subject(EMPTY).endswith(": rien de nouveau")
    assert morning_subject(replace(EMPTY, language="en")).endswith(": nothing new")
