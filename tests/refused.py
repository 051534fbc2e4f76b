"""Asserts that something is refused, by the code of its message."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from pipelines.domain.refusals import Refusal


@contextmanager
def refused(code: str, **facts: object) -> Iterator[None]:
    """The block raises the Refusal of that code, with at least those facts."""
    with pytest.raises(Refusal) as caught:
        yield
    assert caught.value.message.code == code
    assert {name: caught.value.facts.get(name) for name in facts} == facts
