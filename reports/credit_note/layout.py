"""Lays pages out with the shop's style: the one place that meets WeasyPrint, and that refuses every fetch."""

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from pipelines.domain.shop import Shop
from reports.credit_note import figures, sentences
from reports.credit_note.colors import ink, tint
from reports.credit_note.words import words

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

FOLDER = Path(__file__).parent


def pages(html: str, shop: Shop, identifier: str) -> bytes:
    """The PDF/A-3b of one page of HTML, tagged for assistive technology."""
    from weasyprint import HTML

    content = HTML(string=html, url_fetcher=refuse).write_pdf(
        stylesheets=[_style(shop)],
        font_config=_fonts(),
        pdf_variant="pdf/a-3b",
        pdf_tags=True,
        pdf_identifier=identifier.encode(),
    )
    return bytes(content)


def refuse(url: str, *_: object, **__: object) -> NoReturn:
    """Nothing on paper comes from a file or the network, whatever a title or a logo says."""
    raise ValueError(url)


@cache
def templates(folder: Path, language: str) -> "Environment":
    """The templates of one report: every value escaped, every name filled, figures written as the language does."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(loader=FileSystemLoader(folder), undefined=StrictUndefined, autoescape=True)
    environment.filters |= {
        "money": lambda value, currency: figures.money(value, currency, language),
        "number": lambda value, least=0: figures.number(value, language, least),
        "unit_price": lambda line, currency: figures.unit_price(line, currency, language),
        "rate": lambda value: figures.rate(value, language),
        "day": lambda value: figures.day(value, language),
        "lower_first": lambda text: text[:1].lower() + text[1:],
        "quoted": css_string,
    }
    return environment


def css_string(text: str) -> "Markup":
    """A text as CSS takes it between quotes: every character that could end them is written by its number."""
    from markupsafe import Markup

    plain = "".join(char if char.isalnum() or char in " .,·:/-" else f"\\{ord(char):06x}" for char in text)
    return Markup(f'"{plain}"')  # noqa: S704 (nothing but letters, digits and escapes is left)


@cache
def _fonts() -> "FontConfiguration":
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def _style(shop: Shop) -> "CSS":
    language = shop.identity.language.value
    return _sheet(shop.documents.color, sentences.legal_identity(shop.identity, language), language)


@lru_cache(maxsize=8)
def _sheet(color: str, legal: str, language: str) -> "CSS":
    """A shop's style sheet, parsed once."""
    from weasyprint import CSS

    template = templates(FOLDER, language).get_template("credit_note.css.j2")
    page = words(language)["page"]
    text = template.render(ink=ink(color), wash=tint(color, 6), line=tint(color, 35), legal=legal, page=page)
    return CSS(string=text, font_config=_fonts(), url_fetcher=refuse)
