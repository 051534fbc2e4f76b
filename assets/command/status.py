"""Open months, queues, holes in coverage, and the last passage; read from the shelf, never waiting."""

from dataclasses import asdict
import json
from pathlib import Path

from assets.command.answer import Answer
from assets.command.verb import verb
from assets.passage import shop_at
from pipelines.domain.letters import undelivered
from pipelines.domain.messages import command as messages
from pipelines.domain.refusals import Refusal
from pipelines.steps.publish import REPORT
from pipelines.steps.send import outbox
from reports.workbook.words import BREAKS

WORDS = """Dernier passage : {at}, arrêté au {as_of}
Mois ouverts : {months}
À regarder : {breaks}"""
FATES = {"refused": "refusé", "postponed": "remis à plus tard", "sending": "parti sans réponse du serveur"}


@verb
def command(shop: Path) -> Answer:
    """Say where the shop stands."""
    folder, _ = shop_at(shop)
    path = folder.published / REPORT
    if not path.exists():
        raise Refusal(messages.NOTHING_PUBLISHED, str(shop), inbox=folder.inbox)
    report = json.loads(path.read_bytes())
    months, breaks = ", ".join(report["months"]), report["open_breaks"]
    words = ", ".join(f"{BREAKS.get(kind, kind)} {count}" for kind, count in breaks.items()) or "rien"
    told = WORDS.format(at=report["at"], as_of=report["as_of"], months=months, breaks=words)
    letters = undelivered(outbox(folder))
    lines = [f"Courriel {it.credit_note_number} : {FATES[it.fate]} {it.words}".rstrip() for it in letters]
    return Answer("\n".join([told, *lines]), report | {"undelivered": [asdict(it) for it in letters]})
