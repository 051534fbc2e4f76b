"""Writes the shop's return page from its own settings: a fragment of HTML and a PDF."""

from pathlib import Path

import click

from assets.command.answer import Answer
from assets.command.verb import verb
from pipelines.domain.messages.answers import answer


@verb
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), help="Où écrire (défaut : la boutique).")
def command(shop: Path, into: Path | None) -> Answer:
    """Say where the page stands, and what the settings leave unsaid."""
    from assets.passage import shop_at
    from pipelines.steps.documents import logo
    from reports.policy import policy_html, policy_pdf

    folder, settings = shop_at(shop)
    target = into or folder.root
    target.mkdir(parents=True, exist_ok=True)
    html, pdf = target / "politique-de-retour.html", target / "politique-de-retour.pdf"
    html.write_text(policy_html(settings), encoding="utf-8")
    pdf.write_bytes(policy_pdf(settings, logo(folder, settings)))
    missing = [name for name, value in _asked(settings.returns, settings.identity).items() if not value]
    language = settings.identity.language
    unsaid = answer("policy_missing", language, names=", ".join(missing)) if missing else ""
    facts = {"html": html, "pdf": pdf, "missing": missing}
    return Answer(answer("policy", language, html=html, pdf=pdf, missing=unsaid), facts)


def _asked(returns: object, identity: object) -> dict[str, object]:
    """What the law asks a return page to say and the shop has not said."""
    names = {"mediator": returns, "withdrawal_link": returns, "email": identity, "telephone": identity}
    return {name: getattr(section, name) for name, section in names.items()}
