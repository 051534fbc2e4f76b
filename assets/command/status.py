"""Open months, queues, holes in coverage, and the last passage; read from the shelf, never waiting."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
import json
from pathlib import Path
from typing import Any

from assets.command.answer import Answer
from assets.command.verb import verb
from assets.passage import shop_at
from pipelines.domain.breaks import break_words
from pipelines.domain.letters import Outcome, undelivered
from pipelines.domain.messages import command as messages
from pipelines.domain.messages.answers import answer
from pipelines.domain.refusals import Refusal
from pipelines.steps.publish import REPORT
from pipelines.steps.send import outbox


@verb
def command(shop: Path) -> Answer:
    """Say where the shop stands."""
    folder, settings = shop_at(shop)
    path = folder.published / REPORT
    if not path.exists():
        raise Refusal(messages.NOTHING_PUBLISHED, str(shop), inbox=folder.inbox)
    report = json.loads(path.read_bytes())
    language = settings.identity.language
    letters = undelivered(outbox(folder))
    holes = _holes(report.get("holes", ()), language, folder.inbox)
    lines = [*holes, _standing(report, language), *(_letter(outcome, language) for outcome in letters)]
    return Answer("\n".join(lines), report | {"undelivered": [asdict(it) for it in letters]})


def _holes(holes: Sequence[str], language: str, inbox: Path) -> list[str]:
    """What no export told: these days are unknown, not empty."""
    told = [answer("status_hole", language, hole=hole) for hole in holes]
    return [*told, answer("status_unknown", language, inbox=inbox)] if told else []


def _standing(report: Mapping[str, Any], language: str) -> str:
    kinds = break_words(language)
    breaks = ", ".join(f"{kinds.get(kind, kind)} {count}" for kind, count in report["open_breaks"].items())
    said = {"at": report["at"], "as_of": report["as_of"], "months": ", ".join(report["months"])}
    return answer("status", language, breaks=breaks or answer("status_nothing", language), **said)


def _letter(outcome: Outcome, language: str) -> str:
    fate = answer(f"fate_{outcome.fate}", language)
    number = outcome.credit_note_number
    return answer("status_letter", language, number=number, fate=fate, words=outcome.words).rstrip()
