"""Frozen records as JSON and back, exactly: a document issued today is read the same for ever."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
import json
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_type_hints

Record = TypeVar("Record")


def to_json(record: object) -> str:
    """A record as one line of JSON; amounts and dates are exact text."""
    return json.dumps(_plain(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(record: type[Record], text: str) -> Record:
    """The record again. Fields added since take their usual value."""
    return cast(Record, _read(record, json.loads(text)))


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal | date):
        return str(value)
    return value


def _read(hint: Any, value: Any) -> object:
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    if isinstance(value, list):
        return tuple(_read(kinds[0], item) for item in value)
    if NoneType in get_args(hint):
        return None if value is None else _read(kinds[0], value)
    if is_dataclass(hint):
        return _record(cast(type, hint), value)
    if hint is date:
        return date.fromisoformat(value)
    return hint(value) if hint is Decimal or issubclass(hint, StrEnum) else value


def _record(record: type, values: Mapping[str, Any]) -> object:
    hints = get_type_hints(record)
    return record(**{name: _read(hints[name], value) for name, value in values.items() if name in hints})
