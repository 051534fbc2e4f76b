"""A file we hand over: its name and its bytes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportFile:
    """`path` is relative to the month's folder on the shelf."""

    path: str
    content: bytes
