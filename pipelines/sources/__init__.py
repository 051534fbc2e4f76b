"""One file per export format: how to recognise it, how its columns become ours (README.md teaches it on one screen)."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from pipelines.sources.source import RecordSource, Source, TableSource

NOT_FORMATS = frozenset({"source"})


@cache
def sources() -> tuple[Source, ...]:
    """Every format known, from every file of this folder that has `SOURCES`."""
    names = sorted(module.name for module in iter_modules(__path__) if module.name not in NOT_FORMATS)
    found = (getattr(import_module(f"{__name__}.{name}"), "SOURCES", ()) for name in names)
    return tuple(source for group in found for source in group)


def table_sources() -> tuple[TableSource, ...]:
    """The formats that are tables."""
    return tuple(source for source in sources() if isinstance(source, TableSource))


def record_sources() -> tuple[RecordSource, ...]:
    """The formats that are not."""
    return tuple(source for source in sources() if isinstance(source, RecordSource))
