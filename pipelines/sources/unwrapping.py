"""Undoes what a spreadsheet does to a CSV it opened in one column: every record whole inside one quoted cell."""

from dataclasses import replace
from pathlib import Path

from pipelines.sources.decoding import Text

LEAST = 3
"""How many delimiters a cell holds before it is taken for a record."""


def unwrapped(text: Text, work: Path) -> Text:
    """The text with its records out of their cells, itself when they stand in none."""
    written = [line for line in text.head if line.strip()][:2]
    if not any(_is_wrapped(line) for line in written):
        return text
    target = work / "unwrapped"
    with (
        text.path.open(encoding="utf-8-sig", newline="") as source,
        target.open("w", encoding="utf-8", newline="") as out,
    ):
        out.writelines(_record(line) for line in source)
    return replace(text, path=target, head=tuple(_record(f"{line}\n").rstrip("\n") for line in text.head))


def _is_wrapped(line: str) -> bool:
    """One quoted cell from the first sign to the last, delimiters inside; quotes inside are doubled."""
    whole = line.strip()
    inside = whole[1:-1].replace('""', "")
    is_one = len(whole) > LEAST and whole[0] == whole[-1] == '"' and '"' not in inside
    return is_one and any(inside.count(delimiter) >= LEAST for delimiter in ",;\t")


def _record(line: str) -> str:
    return line.strip()[1:-1].replace('""', '"').strip() + "\n" if _is_wrapped(line) else line
