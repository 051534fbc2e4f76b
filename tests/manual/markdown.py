"""Markdown: a table, and words that may stand in one."""

from collections.abc import Iterable, Sequence

MADE = "<!-- Page faite par `make manual` ; ne la corrigez pas à la main. -->\n"


def page(*blocks: str) -> str:
    return "\n".join([MADE, *(block.rstrip("\n") + "\n" for block in blocks if block)])


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell(value) for value in line)} |" for line in lines)


def cell(value: object) -> str:
    return " ".join(str(value).split()).replace("|", "\\|").replace("<", "&lt;")


def code(value: object) -> str:
    return f"`{value}`" if str(value) else ""
