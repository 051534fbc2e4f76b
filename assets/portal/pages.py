"""Renders the portal's pages: one layout, words in the shop's language, outside text always as text."""

from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from assets.portal.gate import Visit
from assets.portal.words import words_in
from pipelines.domain.breaks import break_words
from pipelines.domain.messages import worded
from pipelines.domain.money import in_words
from pipelines.domain.months import month_words
from pipelines.domain.refusals import Refusal
from reports.credit_note.figures import number
from reports.exports.formats import software_name

if TYPE_CHECKING:
    from jinja2 import Environment

KIBI = 1024
FURTHEST = 1_000_000
FOLDER = Path(__file__).parent / "templates"


def page(visit: Visit, template: str, **facts: object) -> Response:
    """A page inside a shop."""
    notice, visit.session.notice = visit.session.notice, ""
    shared = {
        "visit": visit,
        "csrf": visit.session.csrf,
        "notice": notice,
        "shops": [name for name in visit.portal.shops if visit.person.may_see(name)],
    }
    return HTMLResponse(text(template, visit.language, **shared, **facts))


def bare_page(template: str, language: str, status: int = 200, **facts: object) -> Response:
    """A page outside any shop: the door, the firm's overview, a refusal."""
    shared: dict[str, object] = {"visit": None, "csrf": "", "notice": "", "shops": []}
    return HTMLResponse(text(template, language, **shared, **facts), status_code=status)


def refusal_page(request: Request, refusal: Refusal, status: int) -> Response:
    """What is refused, and what to do instead."""
    language = language_of(request)
    said = worded(refusal.message, refusal.facts, language)
    return bare_page("refusal.html.j2", language, status, said=said)


def language_of(request: Request) -> str:
    """French, unless the only shop speaks English."""
    from pipelines.domain.shop import read_shop

    languages = {read_shop(folder.root).identity.language for folder in request.app.state.portal.shops.values()}
    return "en" if languages == {"en"} else "fr"


def first_row(asked: int) -> int:
    """Where a page of a long table begins, whatever address was typed."""
    return min(max(asked, 0), FURTHEST)


def text(template: str, language: str, **facts: object) -> str:
    """A template with the words of a language: a page, or a plain text for a letter."""
    shared = {"language": language, "words": words_in(language), "kinds": break_words(language)}
    return _environment(language).get_template(template).render(**shared, **facts)


@cache
def _environment(language: str) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=select_autoescape(disabled_extensions=("txt.j2",), default=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["money"] = partial(_money, language)
    environment.filters["figure"] = partial(_figure, language)
    environment.filters["quantity"] = partial(number, language=language)
    environment.filters["signed"] = partial(_signed, language)
    environment.filters["software_name"] = software_name
    environment.filters["weight"] = _weight
    environment.filters["month"] = month_words
    environment.filters["day"] = lambda day: f"{day:%d/%m/%Y}" if day else "—"
    return environment


def _figure(language: str, text: str | None) -> str:
    """An exact figure as a control says it, thousands apart, with all its decimals."""
    return "—" if text is None else number(Decimal(text), language, len(text.partition(".")[2]))


def _weight(count: int, language: str = "fr") -> str:
    """Bytes as people read them."""
    unit = ("o", "Ko", "Mo") if language == "fr" else ("B", "KB", "MB")
    if count < KIBI:
        return f"{count} {unit[0]}"
    if count < KIBI * KIBI:
        return f"{-(-count // KIBI)} {unit[1]}"
    return f"{count / KIBI / KIBI:.1f} {unit[2]}".replace(".", "," if language == "fr" else ".")


def _signed(language: str, value: Decimal) -> str:
    return ("" if value < 0 else "+") + number(value, language)


def _money(language: str, value: Decimal | None, currency: str | None = "EUR") -> str:
    return "—" if value is None else in_words(value, currency or "EUR", language)
