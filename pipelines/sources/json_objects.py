"""Walks the JSON that APIs answer: objects in lists, in pages, under `data` or `_embedded`, or one inside another."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

Object = Mapping[str, object]


def objects(value: object) -> Iterator[Object]:
    """Every object of a JSON value, the outer before the inner, in the order of the text."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner)


def text(holder: object, *path: str) -> str | None:
    """The text at a path of keys; nothing when a key is missing, empty or no text."""
    for key in path:
        if not isinstance(holder, dict):
            return None
        holder = holder.get(key)
    return holder.strip() or None if isinstance(holder, str) else None


def truth(holder: object, key: str) -> bool | None:
    """A yes or no, however the API writes it; nothing when it is not there."""
    value = holder.get(key) if isinstance(holder, dict) else None
    if isinstance(value, bool):
        return value
    return {"1": True, "0": False, "true": True, "false": False}.get(str(value).lower())


def inner(holder: object, key: str) -> list[Object]:
    """The objects of a list under a key; a single object counts as a list of one."""
    value = holder.get(key) if isinstance(holder, dict) else None
    if isinstance(value, dict):
        value = [value]
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def first(*values: str | None) -> str | None:
    """The first value there is."""
    return next((value for value in values if value), None)


def from_epoch(seconds: str | None) -> str | None:
    """An instant from the seconds since 1970, as APIs count them."""
    if seconds is None or not seconds.isdecimal():
        return seconds
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
