"""Reads a shop's own mappings: `mappings/*.toml`, each turning the tables of one header into rows of one plain kind."""

from collections.abc import Mapping
from pathlib import Path
import tomllib

from pipelines.domain.columns import Column, Kind, Type
from pipelines.domain.kinds import KINDS, PLAIN_KINDS
from pipelines.domain.messages import mappings as messages
from pipelines.domain.refusals import Refusal
from pipelines.sources.source import Header, Mapped, TableSource, normalised

FOLDER = "mappings"
AMOUNTS = frozenset({Type.AMOUNT, Type.SIGNED_AMOUNT, Type.PRICE, Type.RATE, Type.QUANTITY, Type.SIGNED_QUANTITY})
KEYS = frozenset({"column", "value", "made_of", "date", "decimal", "sign", "words"})
"""`column`, a fixed `value`, or an identity `made_of` several columns (told apart by rank where they repeat); how its `date` is written, its `decimal` sign; `sign` "absolute" or "negated"; `words` by word."""


def read_mappings(root: Path) -> tuple[TableSource, ...]:
    """The shop's own formats. Raises Refusal naming the file and key at fault."""
    folder = root / FOLDER
    return tuple(read_mapping(path) for path in sorted(folder.glob("*.toml"))) if folder.is_dir() else ()


def read_mapping(path: Path) -> TableSource:
    """One mapping: `kind`, `[columns]` and, by column, the values of rows to `[exclude]`."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refusal(messages.UNREADABLE, str(path), reason=error) from None
    kind = _kind(content.get("kind"), path)
    columns = {name: _settings(name, value, kind, path) for name, value in dict(content.get("columns", {})).items()}
    missing = [name for name in kind.required if name not in columns]
    if missing:
        raise Refusal(messages.MISSING_COLUMN, str(path), column=missing[0], kind=kind.name)
    excluded = {normalised(name): list(values) for name, values in dict(content.get("exclude", {})).items()}
    used = [normalised(name) for each in columns.values() for name in _columns_of(each)]
    return TableSource(
        name=f"own_{path.stem}",
        headers=tuple(Header(name) for name in dict.fromkeys([*used, *excluded])),
        mappings=(Mapped(kind.name, _select(columns, kind, excluded)),),
        exclusions=_exclusions(excluded),
        is_own=True,
    )


def _columns_of(settings: Mapping[str, object]) -> list[str]:
    """The columns of the table one setting reads."""
    made = settings.get("made_of")
    return (
        [str(name) for name in made]
        if isinstance(made, list)
        else [str(settings[each]) for each in ("column",) if each in settings]
    )


def _kind(name: object, path: Path) -> Kind:
    names = [kind.name for kind in PLAIN_KINDS]
    if name not in names:
        raise Refusal(messages.UNKNOWN_KIND, str(path), value=name, known=", ".join(names))
    return KINDS[str(name)]


def _settings(name: str, value: object, kind: Kind, path: Path) -> Mapping[str, object]:
    known = [column.name for column in kind.plain_columns]
    if name not in known:
        raise Refusal(messages.UNKNOWN_COLUMN, str(path), column=name, kind=kind.name, known=", ".join(known))
    settings = value if isinstance(value, dict) else {"column": value}
    unknown = sorted(settings.keys() - KEYS)
    if unknown or not ({"column", "value", "made_of"} & settings.keys()):
        raise Refusal(messages.UNKNOWN_KEY, str(path), column=name, key=", ".join(unknown) or "column")
    return settings


def _select(columns: Mapping[str, Mapping[str, object]], kind: Kind, excluded: Mapping[str, list[str]]) -> str:
    types = {column.name: column for column in kind.columns}
    given = [f'{_expression(settings, types[name])} as "{name}"' for name, settings in columns.items()]
    kept = " and ".join(["true", *(f"not ({condition})" for condition in _conditions(excluded))])
    return f"select source_row, {', '.join(given)} from staged where {kept}"  # noqa: S608 (names are normalised, values quoted)


def _expression(settings: Mapping[str, object], column: Column) -> str:
    if "value" in settings:
        return _quoted(settings["value"])
    if "made_of" in settings:
        return _made_of([f'"{normalised(name)}"' for name in _columns_of(settings)])
    text = f'"{normalised(str(settings["column"]))}"'
    words = settings.get("words")
    if isinstance(words, dict):
        cases = " ".join(f"when {_quoted(word)} then {_quoted(meaning)}" for word, meaning in words.items())
        text = f"case {text} {cases} else {text} end"
    return _signed(_typed(text, settings, column), str(settings.get("sign", "")))


def _made_of(columns: list[str]) -> str:
    words = ", ".join(columns)
    rank = f"row_number() over (partition by {words} order by source_row)"
    return f"concat_ws(' ', {words}, case when {rank} > 1 then 'n' || {rank} end)"


def _typed(text: str, settings: Mapping[str, object], column: Column) -> str:
    if column.type is Type.INSTANT and "date" in settings:
        form = _quoted(settings["date"])
        return f"offset_instant_text({text}, {form})" if "%z" in form else f"instant_text({text}, {form}, $time_zone)"
    if column.type is Type.DAY and "date" in settings:
        return f"day_text({text}, {_quoted(settings['date'])})"
    if column.type in AMOUNTS:
        return f"{'comma' if settings.get('decimal') == ',' else 'dot'}_amount({text})"
    return text


def _signed(text: str, sign: str) -> str:
    return f"{sign}({text})" if sign in {"absolute", "negated"} else text


def _conditions(excluded: Mapping[str, list[str]]) -> list[str]:
    return [
        f'coalesce("{name}" in ({", ".join(_quoted(value) for value in values)}), false)'
        for name, values in excluded.items()
    ]


def _exclusions(excluded: Mapping[str, list[str]]) -> str:
    if not excluded:
        return ""
    conditions = " or ".join(_conditions(excluded))
    return f"select source_row, 'excluded_by_mapping' as reason from staged where {conditions}"  # noqa: S608


def _quoted(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"
