"""The settings of a new shop say every key, its meaning and its usual value."""

from dataclasses import fields
import re

from pipelines.domain.messages import settings
from pipelines.domain.shop import SECTIONS, Shop, parse_shop
from pipelines.domain.shop.template import template


def test_as_it_stands_it_changes_nothing():
    assert parse_shop(template().encode()) == Shop()


def test_every_value_it_shows_is_the_usual_one():
    shown = re.sub(r"^# (\w+ = )", r"\1", template(), flags=re.MULTILINE)
    assert parse_shop(shown.encode()) == Shop()


def test_every_key_has_its_meaning():
    keys = {f"{table}.{entry.name}" for table, (_, record) in SECTIONS.items() for entry in fields(record)}
    assert keys - settings.KEYS.keys() == set()
    assert settings.KEYS.keys() - keys == set()
