"""The `shop.toml` of a new shop: every key with its meaning and its usual value, as a comment to uncomment."""

from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from enum import StrEnum

from pipelines.domain.messages import settings
from pipelines.domain.shop import KEYED, SECTIONS

HEADING = "# Les réglages de la boutique. Ôtez le # d'une ligne pour la changer ; le reste garde sa valeur usuelle.\n"


def template() -> str:
    """The text of a new shop's settings; read as it stands, it says nothing but the usual values."""
    simple = [_section(table, table, record()) for table, (_, record) in SECTIONS.items()]
    keyed = [
        _section(table, f"{table}.{key}", record, has_heading=index == 0)
        for table, (_, _, usual) in KEYED.items()
        for index, (key, record) in enumerate(usual().items())
    ]
    return "\n".join([HEADING, *simple, *keyed])


def _section(table: str, title: str, record: object, *, has_heading: bool = True) -> str:
    heading = [f"# {settings.SECTIONS[table]}"] if has_heading else []
    return "\n".join([*heading, f"[{title}]", *_keys(table, record), ""])


def _keys(table: str, record: object) -> Iterator[str]:
    for entry in fields(record):  # type: ignore[arg-type]
        meaning = settings.KEYS.get(f"{table}.{entry.name}", "")
        value = getattr(record, entry.name)
        words = " ".join(part for part in (meaning, _choices(value)) if part)
        yield f"# {entry.name} = {_toml(value)}" + (f"    # {words}" if words else "")


def _choices(value: object) -> str:
    return f"({', '.join(type(value))})" if isinstance(value, StrEnum) else ""


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    assert isinstance(value, str | Decimal)
    return f'"{value}"'
