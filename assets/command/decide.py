"""Reads the accountant's decisions back from the workbook."""

import getpass
from pathlib import Path

import click

from assets.clock import Clock
from assets.command.answer import Answer
from assets.command.verb import verb
from assets.lock import held
from assets.passage import shop_at
from pipelines.domain.decided_rows import Verdict
from pipelines.domain.messages.answers import answer
from pipelines.steps.decide import decide
from pipelines.warehouse import open_warehouse


@verb
@click.argument("workbook", metavar="CLASSEUR", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--author", default=getpass.getuser, metavar="NOM", help="Qui décide (défaut : votre compte).")
def command(shop: Path, workbook: Path, author: str) -> Answer:
    """Record the decisions; the next run applies them."""
    folder, settings = shop_at(shop)
    clock = Clock(settings.identity.time_zone)
    with held(folder, "decide", clock), open_warehouse(folder.warehouse) as warehouse:
        verdicts = decide(warehouse, folder, settings, workbook, author, clock.instant())
    language = settings.identity.language
    facts = [_facts(verdict, language) for verdict in verdicts]
    codes = {verdict.refusal.exit_code for verdict in verdicts if verdict.refusal}
    words = [_words(row, language) for row in facts] + [_total(verdicts, language)]
    return Answer("\n".join(words), {"rows": facts}, max(codes, default=0))


def _facts(verdict: Verdict, language: str) -> dict[str, object]:
    refused = verdict.refusal.sentence(language) if verdict.refusal else ""
    recorded = [action for action, _ in verdict.recorded]
    place = {"sheet": verdict.sheet, "row": verdict.row, "decision": verdict.decision}
    return {**place, "recorded": recorded, "refused": refused}


def _words(row: dict[str, object], language: str) -> str:
    if row["refused"]:
        return str(row["refused"])
    what = answer("decide_recorded" if row["recorded"] else "decide_known", language)
    decision = row["decision"] or answer("decide_comment", language)
    return answer("decide_row", language, sheet=row["sheet"], row=row["row"], decision=decision, what=what)


def _total(verdicts: list[Verdict], language: str) -> str:
    recorded = sum(1 for verdict in verdicts if verdict.recorded)
    refused = sum(1 for verdict in verdicts if verdict.refusal)
    return answer("decide_total", language, recorded=recorded, refused=refused)
