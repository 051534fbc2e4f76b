"""Recognises files and shows what reading them would give; loads nothing."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assets.command.answer import Answer
from assets.command.verb import verb
from pipelines.domain.messages import files as messages
from pipelines.domain.messages.answers import answer
from pipelines.domain.messages.exclusions import said as said_of
from pipelines.domain.shop import read_shop
from pipelines.domain.shop.identity import Language

if TYPE_CHECKING:
    from pipelines.steps.inspect import Inspection

OF_NO_FORMAT = (messages.UNKNOWN_FORMAT, messages.MISSING_COLUMN, messages.MISSPELT_COLUMN, messages.UNKNOWN_COLUMN)
REJECTED = ("code", "rows", "first_row", "reason", "remedy")
PRINTED = ("name", "currency", "stated", "found")
TOTALS = ("month", "currency", "figure", "amount", "rows")


@verb
@click.argument("files", metavar="FICHIER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--suggest", is_flag=True, help="Écrire un brouillon de correspondance pour un tableau inconnu.")
def command(shop: Path, files: tuple[Path, ...], suggest: bool) -> Answer:
    """One paragraph a table; with `--suggest`, the draft of a mapping for those of no known format."""
    from pipelines.sources.suggestion import suggested
    from pipelines.steps.ingest import known_sources
    from pipelines.steps.inspect import inspect

    settings = read_shop(shop)
    known = known_sources(shop)
    found = [(path, each) for path in files for each in inspect(path, settings, known)]
    words = [_words(each, settings.identity.language) for _, each in found]
    if suggest:
        unknown = [path for path, each in found if each.refusal and each.refusal.message in OF_NO_FORMAT]
        words += [suggested(path) for path in unknown]
    code = 3 if any(each.refusal or each.loaded.rejected for _, each in found) else 0
    return Answer("\n\n".join(words), [_facts(each, settings.identity.language) for _, each in found], code)


def _words(found: "Inspection", language: Language) -> str:
    if found.refusal:
        return found.refusal.sentence(language)
    said = partial(answer, language=language)
    loaded, (first, last) = found.loaded, found.period
    lines = [said("inspect_format", name=found.name, format=found.format)]
    if first:
        lines.append(said("inspect_period", first=first, last=last))
    counts = said(
        "inspect_rows", read=loaded.read, used=loaded.used, excluded=loaded.excluded, rejected=loaded.rejected
    )
    lines.append(counts)
    lines += [f"  - {count} × {said_of(reason, language)}" for reason, count in found.excluded]
    for _, count, row, why, remedy in found.rejected:
        lines.append(said("inspect_refused", count=count, why=why, remedy=remedy, first=row))
    lines += _table(said("inspect_totals"), found.totals)
    lines += _printed(said("inspect_printed"), found.printed)
    lines += _rows(said("inspect_exported"), found.exported)
    lines += _rows(said("inspect_mapped"), found.mapped)
    return "\n".join(lines)


def _table(title: str, totals: Sequence[tuple[Any, ...]]) -> list[str]:
    rows = ["    {} {} {:<20} {:>16,.2f}  ({})".format(*total) for total in totals]
    return [title, *rows] if rows else []


def _printed(title: str, totals: Sequence[tuple[str, ...]]) -> list[str]:
    rows = [
        f"    {name} {currency} {stated}" + (f" {'=' if stated == found else '≠'} {found}" if found is not None else "")
        for name, currency, stated, found in totals
    ]
    return [title, *rows] if rows else []


def _rows(title: str, rows: Sequence[dict[str, str]]) -> list[str]:
    shown = ["    " + ", ".join(f"{name}={value}" for name, value in row.items() if value is not None) for row in rows]
    return [title, *shown] if shown else []


def _facts(found: "Inspection", language: Language) -> dict[str, object]:
    if found.refusal:
        what, remedy = found.refusal.words(language)
        return {"name": found.name, "refused": found.refusal.message.code, "reason": what, "remedy": remedy}
    return {
        "name": found.name,
        "format": found.format,
        "from": found.period[0],
        "to": found.period[1],
        "rows_read": found.loaded.read,
        "rows_used": found.loaded.used,
        "rows_excluded": found.loaded.excluded,
        "rows_rejected": found.loaded.rejected,
        "rejected": _named(REJECTED, found.rejected),
        "excluded": dict(found.excluded),
        "totals": _named(TOTALS, found.totals),
        "printed": _named(PRINTED, found.printed),
        "exported": found.exported,
        "mapped": found.mapped,
    }


def _named(names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> list[dict[str, object]]:
    return [dict(zip(names, map(_plain, row), strict=True)) for row in rows]


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Decimal) else value
