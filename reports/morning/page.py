"""The page of the morning: self-contained, to be printed and ticked by hand."""

from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.domain.breaks import break_words
from pipelines.domain.money import in_words
from pipelines.domain.morning import Chore, Morning
from reports.credit_note.figures import number, rate
from reports.morning.words import counted, words

if TYPE_CHECKING:
    from jinja2 import Template

FOLDER = Path(__file__).parent


def morning_page(record: Morning) -> bytes:
    """The whole page; every value is escaped, nothing is fetched."""
    page = _template(record.language).render(
        morning=record, words=words(record.language), kinds=break_words(record.language), chores=Chore
    )
    return page.encode()


@cache
def _template(language: str) -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["money"] = partial(_money, language)
    environment.filters["day"] = lambda day: f"{day:%d/%m/%Y}" if day else ""
    environment.filters["counted"] = partial(counted, language=language)
    environment.filters["plain"] = partial(number, language=language)
    environment.filters["rate"] = partial(rate, language=language)
    return environment.get_template("morning.html.j2")


def _money(language: str, amount: Decimal | None, currency: str) -> str:
    return "" if amount is None else in_words(amount, currency, language)
