"""Turns one TOML table into one frozen record, strictly: no unknown key, no wrong type, no value outside its list."""

from dataclasses import MISSING, Field, fields, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar, cast, get_args, get_type_hints

from pipelines.domain.messages import shop as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop.limits import check_limits

Record = TypeVar("Record")


def read_section(record: type[Record], table: object, where: str, usual: object = None) -> Record:
    """One record from one table; `usual` is the record whose values stand where the table is silent."""
    if not isinstance(table, dict):
        raise Refusal(messages.NOT_A_SECTION, where, value=table)
    hints = get_type_hints(record)
    known = {entry.name: entry for entry in fields(record)}  # type: ignore[arg-type]
    for key in table:
        if key not in known:
            raise Refusal(messages.UNKNOWN_KEY, where, key=key, known=", ".join(known))
    values = {key: _value(hints[key], value, f"{where} {key}") for key, value in table.items()}
    missing = [name for name, entry in known.items() if name not in values and not _has_default(entry)]
    if missing and usual is None:
        raise Refusal(messages.MISSING_KEY, where, key=missing[0])
    for key, value in values.items():
        check_limits(f"{record.__name__}.{key}", value, f"{where} {key}")
    if usual is not None:
        return cast(Record, replace(usual, **values))  # type: ignore[type-var]
    return record(**values)


def _has_default(entry: "Field[object]") -> bool:
    return entry.default is not MISSING or entry.default_factory is not MISSING


def _value(hint: object, value: object, where: str) -> object:
    """One value as its annotation says: decimals are written as text or whole numbers, never as floats."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _choice(hint, value, where)
    if hint is Decimal:
        return _decimal(value, where)
    arguments = get_args(hint)
    if arguments and isinstance(value, list):
        return tuple(_value(arguments[0], item, where) for item in value)
    if isinstance(hint, type) and type(value) is hint:
        return value
    raise Refusal(messages.WRONG_TYPE, where, value=value, expected=_type_words(hint))


def _choice(hint: type[StrEnum], value: object, where: str) -> StrEnum:
    try:
        return hint(cast(str, value))
    except ValueError:
        raise Refusal(messages.NOT_A_CHOICE, where, value=value, choices=", ".join(hint)) from None


def _decimal(value: object, where: str) -> Decimal:
    try:
        if isinstance(value, str | int) and not isinstance(value, bool):
            return Decimal(value)
    except InvalidOperation:
        pass
    raise Refusal(messages.NOT_EXACT, where, value=value)


def _type_words(hint: object) -> str:
    words = {str: '"…"', int: "123", bool: "true, false"}
    return words.get(cast(type, hint), '["…", "…"]')
