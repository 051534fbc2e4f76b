"""Lays pages out in the shop's style, with the electronic document inside when there is one."""

from datetime import date, datetime, time
from functools import cache, lru_cache
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.domain.money import in_words
from pipelines.domain.printable import printable
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
ATTACHED = "factur-x.xml"


def pages(html: str, shop: Shop, identifier: str, logo: bytes = b"") -> bytes:
    """The PDF/A-3b of one document, tagged for assistive technology."""
    return _pdf(html, shop, identifier, logo, {})


def pages_with_data(html: str, shop: Shop, identifier: str, logo: bytes, xml: bytes, issued_on: date) -> bytes:
    """The same with its Factur-X document inside, declared as the data the page shows (Factur-X 1.09, §6)."""
    from weasyprint import Attachment

    from reports.credit_note.engine import sources

    at = datetime.combine(issued_on, time())
    data = Attachment(
        file_obj=io.BytesIO(xml),
        name=ATTACHED,
        description="Factur-X",
        created=at,
        modified=at,
        relationship="Data",
        url_fetcher=sources(logo),
    )
    described = io.BytesIO((FOLDER / "factur-x.xmp").read_bytes())
    return _pdf(html, shop, identifier, logo, {"attachments": [data], "xmp_metadata": [described]})


def _pdf(html: str, shop: Shop, identifier: str, logo: bytes, options: dict[str, Any]) -> bytes:
    from reports.credit_note.engine import Page, finish, sources

    page = Page(printable(html), sources(logo))
    content = page.write_pdf(
        stylesheets=[_style(shop)],
        finisher=finish,
        font_config=_fonts(),
        pdf_variant="pdf/a-3b",
        pdf_tags=True,
        pdf_identifier=identifier.encode(),
        **options,
    )
    return bytes(content)


@cache
def templates(folder: Path, language: str) -> "Environment":
    """The templates of one report: every value escaped, every name filled, figures written as the language does."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(loader=FileSystemLoader(folder), undefined=StrictUndefined, autoescape=True)
    environment.filters |= {
        "money": lambda value, currency: in_words(value, currency, language),
        "number": lambda value, least=0: figures.number(value, language, least),
        "unit_price": lambda line, currency: figures.unit_price(line, currency, language),
        "rate": lambda value: figures.rate(value, language),
        "day": lambda value: figures.day(value, language),
        "line": lambda text: " ".join(text.split()),
        "quoted": css_string,
    }
    return environment


def css_string(text: str) -> "Markup":
    """A text as CSS takes it between quotes: characters that could end them are written by number, then a space."""
    from markupsafe import Markup

    plain = "".join(char if char.isalnum() or char in " .,·:/-" else f"\\{ord(char):06x} " for char in text)
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

    from reports.credit_note.engine import sources

    template = templates(FOLDER, language).get_template("credit_note.css.j2")
    page = words(language)["page"]
    text = template.render(ink=ink(color), wash=tint(color, 6), line=tint(color, 35), legal=legal, page=page)
    return CSS(string=text, font_config=_fonts(), url_fetcher=sources(b""))
