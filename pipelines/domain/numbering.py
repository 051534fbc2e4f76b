"""Numbers of a series: in order, without a gap (CGI ann. II art. 242 nonies A, 7°)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
import hashlib
import re

from pipelines.domain.messages import documents as messages
from pipelines.domain.refusals import Refusal

_PUBLISHABLE = re.compile(r"[A-Za-z0-9+\-_/]{1,35}")
_UNFIT_FOR_FILES = re.compile(r"[^A-Za-z0-9+\-_.]")
_LAST_DIGITS = re.compile(r"^(.*?)(\d+)(\D*)$")


@dataclass(frozen=True, slots=True)
class Run:
    """What the numbers of one series say: first, last and how many."""

    series: str
    first: str
    last: str
    count: int


@dataclass(frozen=True, slots=True)
class Number:
    """One number to give, and its series: what stands before its rank."""

    text: str
    series: str


def next_numbers(pattern: str, year: int, given: Iterable[str]) -> Iterator[Number]:
    """The numbers that follow those given, as the shop's pattern writes them; without a year they run on for ever.

    Raises Refusal when the pattern makes no number, or one that may not be published.
    """
    first = _numbered(pattern, year, 1)
    series = first.series
    ranks = [place[1] for place in map(series_and_rank, given) if place and place[0] == series]
    rank = max(ranks, default=0)
    while True:
        rank += 1
        yield _numbered(pattern, year, rank)


def _numbered(pattern: str, year: int, rank: int) -> Number:
    try:
        text = pattern.format(year=year, number=rank)
    except (KeyError, IndexError, ValueError, AttributeError):
        text = ""
    place = series_and_rank(text)
    if not is_publishable(text) or not place or place[1] != rank:
        raise Refusal(messages.NOT_A_PATTERN, "shop.toml, [series]", value=pattern)
    return Number(text, place[0])


def is_publishable(number: str) -> bool:
    """At most 35 characters of those the DGFiP and XP Z12-012 both take (law.md §1.4)."""
    return _PUBLISHABLE.fullmatch(number) is not None


def file_name(number: str) -> str:
    """The number as a file's name; one with characters that files cannot bear is told apart by its hash."""
    plain = _UNFIT_FOR_FILES.sub("_", number)
    if plain == number and not number.startswith("."):
        return number
    return f"{plain[:60].lstrip('.')}-{hashlib.sha256(number.encode()).hexdigest()[:8]}"


def series_and_rank(number: str) -> tuple[str, int] | None:
    """« AV-2026-000123 » is rank 123 of « AV-2026- »; None when the number has no digits."""
    found = _LAST_DIGITS.match(number)
    return (found[1] + ("…" + found[3] if found[3] else ""), int(found[2])) if found else None


def runs(numbers: Iterable[str]) -> list[Run]:
    """One run per series, by series; numbers without digits are left out."""
    ranked: dict[str, dict[int, str]] = {}
    for number in numbers:
        place = series_and_rank(number)
        if place:
            ranked.setdefault(place[0], {})[place[1]] = number
    return [_run(series, ranked[series]) for series in sorted(ranked)]


def _run(series: str, by_rank: dict[int, str]) -> Run:
    first, last = min(by_rank), max(by_rank)
    return Run(series, by_rank[first], by_rank[last], len(by_rank))
