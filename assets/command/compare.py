"""Holds the firm's FEC against what we prove, and says every difference in euros."""

from pathlib import Path

import click

from assets.clock import Clock
from assets.command.answer import Answer
from assets.command.verb import verb
from assets.lock import held
from assets.passage import shop_at
from pipelines.domain.comparison import Comparison
from pipelines.domain.messages.answers import answer
from pipelines.domain.money import in_words
from pipelines.steps.compare import compare
from pipelines.warehouse import open_warehouse


@verb
@click.argument("fec", metavar="FEC", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", "path", type=click.Path(dir_okay=False, path_type=Path), help="Classeur à écrire.")
def command(shop: Path, fec: Path, path: Path | None) -> Answer:
    """Compare, and write the workbook beside the FEC."""
    from reports.comparison import comparison_workbook

    folder, settings = shop_at(shop)
    with (
        held(folder, "compare", Clock(settings.identity.time_zone)),
        open_warehouse(folder.warehouse) as warehouse,
    ):
        found = compare(warehouse, settings, fec)
    target = path or fec.with_name(f"comparaison-{fec.stem}.xlsx")
    target.write_bytes(comparison_workbook(found))
    said = {
        "count": len(found.findings),
        "name": fec.name,
        "vat": in_words(found.vat_over_declared, settings.identity.currency, settings.identity.language),
        "path": target,
    }
    words = answer("compare", settings.identity.language, **said)
    return Answer(words, _facts(found, target))


def _facts(found: Comparison, target: Path) -> dict[str, object]:
    kinds = sorted({finding.kind for finding in found.findings})
    counts = {kind: sum(1 for finding in found.findings if finding.kind == kind) for kind in kinds}
    return {"workbook": str(target), "findings": counts, "vat_over_declared": str(found.vat_over_declared)}
