"""Drafts a mapping for a table of no known format, from its header and first values: used as it is, it reads."""

import csv
from dataclasses import dataclass
from difflib import SequenceMatcher
import json
from pathlib import Path
import re
from tempfile import TemporaryDirectory

from pipelines.domain.columns import Column, Kind, Type
from pipelines.domain.kinds import PLAIN_KINDS
from pipelines.sources.containers import parts, sha256_of
from pipelines.sources.decoding import text_of
from pipelines.sources.mapping import AMOUNTS
from pipelines.sources.recognition import DELIMITERS, DEPTH
from pipelines.sources.sheets import sheets
from pipelines.sources.source import ENCODINGS, normalised
from pipelines.sources.suggestion_words import KIND_WORDS, MADE, SYNONYMS, USUAL

DATES = (
    (r"\d{4}-\d\d-\d\d", "%Y-%m-%d"),
    (r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", "%Y-%m-%d %H:%M:%S"),
    (r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}", "%Y-%m-%d %H:%M:%S %z"),
    (r"\d\d/\d\d/\d{4}", "%d/%m/%Y"),
    (r"\d\d/\d\d/\d{4} \d\d:\d\d", "%d/%m/%Y %H:%M"),
    (r"\d\d/\d\d/\d{4} \d\d:\d\d:\d\d", "%d/%m/%Y %H:%M:%S"),
    (r"\d\d/\d\d/\d\d", "%d/%m/%y"),
    (r"\d\d\.\d\d\.\d{4}", "%d.%m.%Y"),
    (r"\d\d-\d\d-\d{4}", "%d-%m-%Y"),
    (r"\d{4}-\d\d-\d\d \d\d:\d\d", "%Y-%m-%d %H:%M"),
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", "%Y-%m-%dT%H:%M:%S"),
)
ALIKE = 0.7
"""From which likeness on two names are taken for the same."""
GUESS = "  # supposé : à vérifier"


@dataclass(frozen=True, slots=True)
class Sample:
    """A table's header and first rows."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def values(self, position: int) -> list[str]:
        """The values of one column that are there."""
        return [row[position].strip() for row in self.rows if position < len(row) and row[position].strip()]


def suggested(path: Path) -> str:
    """The draft, as TOML with its doubts as comments. Raises Refusal when the file is neither a table nor a workbook."""
    with TemporaryDirectory(prefix="lettrage-") as work:
        sample = max(_samples(path, Path(work)), key=lambda each: (len(each.header), len(each.rows)))
    ranked = [
        (_fit(kind, pairs, sample, path), kind, pairs) for kind in PLAIN_KINDS for pairs in [_pairs(kind, sample)]
    ]
    _, kind, pairs = max(ranked, key=lambda found: found[0])
    lines = [f"# Brouillon : à relire, puis à ranger dans le dossier « mappings » de la boutique. {path.name}"]
    lines += [f'kind = "{kind.name}"', "", "[columns]"]
    lines += [line for column in kind.plain_columns for line in [_line(column, kind, pairs, sample)] if line]
    unused = [name for position, name in enumerate(sample.header) if name.strip() and position not in pairs.values()]
    lines += ["", f"# Colonnes sans emploi : {', '.join(unused)}"] if unused else []
    return "\n".join(lines) + "\n"


def _samples(path: Path, work: Path) -> list[Sample]:
    """One sample per table of the file: the text itself, or each sheet of a workbook."""
    found = []
    for part in parts(path, str(path), sha256_of(path), work):
        tables = sheets(part, work) if part.is_workbook else [part]
        found += [_sample(text_of(table.path, table.name, ENCODINGS, work).head) for table in tables]
    return found


def _sample(lines: tuple[str, ...]) -> Sample:
    """The header is the row of most words under the delimiter that gives it most."""
    tables = [[tuple(next(csv.reader([line], delimiter=each), [])) for line in lines] for each in DELIMITERS]
    table = max(tables, key=lambda rows: max(map(_words_in, rows[:DEPTH]), default=0))
    start = max(range(min(DEPTH, len(table))), key=lambda rank: (_words_in(table[rank]), -rank), default=0)
    return Sample(table[start], tuple(table[start + 1 : start + 21]))


def _words_in(row: tuple[str, ...]) -> int:
    """How many different cells of a row are words, not figures or days."""
    return len({cell.strip() for cell in row if re.search(r"[^\W\d_]{2}", cell)})


def _pairs(kind: Kind, sample: Sample) -> dict[str, int]:
    """The best column of the table for each of the kind's columns, each used once, the surest first."""
    scores = [
        (_likeness(column.name, header), -rank, column.name, position)
        for rank, column in enumerate(kind.plain_columns)
        for position, header in enumerate(sample.header)
        if _may_be(column, sample.values(position))
    ]
    pairs: dict[str, int] = {}
    taken = {other: one for pair in (*kind.one_of, *kind.at_most_one) for one, other in (pair, pair[::-1])}
    for score, _, name, position in sorted(scores, reverse=True):
        is_free = name not in pairs and position not in pairs.values() and taken.get(name) not in pairs
        if score >= ALIKE and is_free:
            pairs[name] = position
    return pairs


def _may_be(column: Column, values: list[str]) -> bool:
    """True when the values seen can be what the column holds."""
    if column.type in AMOUNTS:
        return all(re.search(r"\d", value) and not re.search(r"[^\W\d_]{4}", value) for value in values)
    if column.type in {Type.INSTANT, Type.DAY}:
        return bool(_form(values))
    if column.type is Type.CURRENCY:
        return all(re.fullmatch("[A-Z]{3}", value) for value in values)
    return not column.choices or set(values) <= set(column.choices)


def _form(values: list[str]) -> str:
    """How every one of these days is written; empty when no one way is known."""
    return next((form for pattern, form in DATES if values and all(re.fullmatch(pattern, each) for each in values)), "")


def _likeness(name: str, header: str) -> float:
    words = normalised(header)
    return max(SequenceMatcher(None, known, words).ratio() for known in (name, *SYNONYMS.get(name, ())))


def _fit(kind: Kind, pairs: dict[str, int], sample: Sample, path: Path) -> tuple[int, int]:
    """What the words of the table and of its name say, and how much of what the kind needs is there."""
    told = [normalised(each) for each in (*sample.header, path.stem)]
    hits = sum(any(word in each for each in told) for word in KIND_WORDS.get(kind.name, ()))
    is_dated = kind.dated.name in pairs
    return 3 * hits + 2 * sum(name in pairs for name in kind.required) + is_dated - len(kind.required), len(pairs)


def _line(column: Column, kind: Kind, pairs: dict[str, int], sample: Sample) -> str:
    """One column of the draft: the table's own, made of its row, or supposed."""
    if column.name in pairs:
        position = pairs[column.name]
        settings = [f"column = {_quoted(sample.header[position])}", *_settings(column, kind, sample.values(position))]
        return f"{column.name} = {{ {', '.join(settings)} }}{_doubt(sample.values(position), column)}"
    is_priced = any({column.name} <= set(pair) and not set(pair) & pairs.keys() for pair in kind.one_of)
    if not column.required and not (is_priced and column.name.endswith("gross")):
        return ""
    if column.name in MADE:
        return f"{column.name} = {{ made_of = [{', '.join(_quoted(name) for name in sample.header if name.strip())}] }}"
    hint = f" ; {', '.join(column.choices)}" if column.choices else ""
    return f"{column.name} = {{ value = {_quoted(USUAL.get(column.name, 'À REMPLIR'))} }}{GUESS}{hint}"


def _settings(column: Column, kind: Kind, values: list[str]) -> list[str]:
    if column.type in {Type.INSTANT, Type.DAY}:
        return [f'date = "{_form(values)}"']
    if column.type in AMOUNTS:
        settings = ['decimal = ","' if any(re.search(r",\d{1,2}\D*$", value) for value in values) else 'decimal = "."']
        unsigned = {name for name, _, _ in kind.positive}
        is_positive = column.type in {Type.AMOUNT, Type.QUANTITY} or column.name in unsigned
        return [*settings, 'sign = "absolute"'] if is_positive and any("-" in value for value in values) else settings
    return []


def _doubt(values: list[str], column: Column) -> str:
    is_day = column.type in {Type.INSTANT, Type.DAY}
    return "  # jour d'abord : à vérifier" if is_day and "%d/%m" in _form(values) else ""


def _quoted(text: str) -> str:
    return json.dumps(text.strip(), ensure_ascii=False)
