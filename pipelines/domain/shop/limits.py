"""How far each value of `shop.toml` may go: what comes after would print it, post it, mail it or name files with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
import re
from zoneinfo import ZoneInfo

from pipelines.domain.letters import is_address
from pipelines.domain.messages import shop as messages
from pipelines.domain.refusals import Refusal

LONGEST = 2000
"""Characters a text may have."""
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Signs that hide, turn round or cut what people read; a line end is none of them."""
DAYS, A_DAY = (0, 3650), "2027-09-01"


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text is written, with an example of it; nothing at all is always taken."""

    is_good: Callable[[str], bool]
    example: str


def _like(pattern: str, example: str) -> Shape:
    written = re.compile(pattern)
    return Shape(lambda text: written.fullmatch(text) is not None, example)


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _is_time_zone(text: str) -> bool:
    try:
        return bool(ZoneInfo(text))
    except (ValueError, OSError, KeyError):
        return False


JOURNAL = _like(r"[A-Za-z0-9]{1,10}", "VE")
ACCOUNT = _like(r"[1-9][0-9A-Za-z]{2,19}", "411000")
ACCOUNT_BY_COUNTRY = _like(r"[1-9](?:[0-9A-Za-z]|\{country\}|\{rate\}){2,40}", "707OSS{country}{rate}")
NUMBER = Shape(lambda text: len(text) <= 80 and not re.search(r"\{[^}]*\d{3}", text), "AV-{year}-{number:06d}")  # noqa: PLR2004
WEB = _like(r"""(?i:https?://)?[\w.-]+(:\d{1,5})?(/[^\s<>"'\\]*)?(\?[^\s<>"'\\]*)?""", "https://exemple.fr/contact")
TIME_ZONE = Shape(_is_time_zone, "Europe/Paris")
SHAPES: Mapping[str, Shape] = {
    "Identity.siren": _like(r"\d{9}", "123456782"),
    "Identity.siret": _like(r"\d{14}", "12345678200010"),
    "Identity.vat_id": _like(r"[A-Z]{2}[0-9A-Z+*]{2,13}", "FR11123456782"),
    "Identity.country": _like(r"[A-Z]{2}", "FR"),
    "Identity.currency": _like(r"[A-Z]{3}", "EUR"),
    "Identity.email": Shape(is_address, "contact@exemple.fr"),
    "Identity.contact_form": WEB,
    "Identity.website": WEB,
    "Identity.time_zone": TIME_ZONE,
    "Provider.time_zone": TIME_ZONE,
    "Provider.account": ACCOUNT,
    "Provider.journal": JOURNAL,
    "ReturnPolicy.withdrawal_link": WEB,
    "Documents.color": _like(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})", "#1f3a5f"),
    "Email.sender": Shape(is_address, "avoirs@exemple.fr"),
    "Email.server": _like(r"[A-Za-z0-9.:-]+", "smtp.exemple.fr"),
    "Email.password_variable": _like(r"[A-Za-z_][A-Za-z0-9_]*", "LETTRAGE_SMTP_PASSWORD"),
    "Letter.recipients": Shape(is_address, "marie@exemple.fr"),
    "Letter.webhook": _like(
        r"(https://[\w.-]+|http://(localhost|127\.0\.0\.1))(:\d{1,5})?(/[^\s<>\"'\\\\]*)?",
        "https://exemple.fr/lettrage",
    ),
    "Months.year_end": Shape(lambda text: _is_day(f"2027-{text}"), "12-31"),
    "Vat.e_reporting_from": Shape(_is_day, A_DAY),
    "Series.credit_notes": NUMBER,
    "Series.counter_documents": NUMBER,
    "Books.sales_journal": JOURNAL,
    "Books.credit_notes_journal": JOURNAL,
    "Books.bank_journal": JOURNAL,
    "Books.other_journal": JOURNAL,
    "Accounts.one_stop_shop_sales": ACCOUNT_BY_COUNTRY,
    "Accounts.one_stop_shop_vat": ACCOUNT_BY_COUNTRY,
}
RANGES: Mapping[str, tuple[int, int]] = {
    "ReturnPolicy.withdrawal_days": DAYS,
    "ReturnPolicy.sending_days": DAYS,
    "ReturnPolicy.refund_days": DAYS,
    "ReturnPolicy.commercial_refund_days": DAYS,
    "Matching.refund_due_days": DAYS,
    "Matching.credit_note_due_days": DAYS,
    "Matching.window_before_days": DAYS,
    "Matching.window_after_days": DAYS,
    "Matching.tolerance": (0, 1000),
    "Stock.write_down_percent": (0, 100),
    "Months.retention_years": (1, 100),
    "Email.port": (1, 65535),
    "Email.per_minute": (1, 10_000),
}


def check_limits(name: str, value: object, where: str) -> None:
    """Nothing of a value, `Record.field`, goes past its limits. Raises Refusal naming the key."""
    for text in value if isinstance(value, tuple) else (value,):
        if isinstance(text, str):
            _check_text(name, text, where)
        elif isinstance(text, int | Decimal) and not isinstance(text, bool):
            _check_number(name, Decimal(text), where)


def _check_text(name: str, text: str, where: str) -> None:
    if len(text) > LONGEST:
        raise Refusal(messages.TOO_LONG, where, length=len(text), most=LONGEST)
    if CONTROL.search(text):
        raise Refusal(messages.HIDDEN_SIGN, where, value=ascii(text)[:80])
    shape = SHAPES.get(name, ACCOUNT if name.startswith("Accounts.") else None)
    if text and shape and not shape.is_good(text):
        raise Refusal(messages.NOT_SHAPED, where, value=text[:80], example=shape.example)


def _check_number(name: str, number: Decimal, where: str) -> None:
    least, most = RANGES.get(name, (None, None))
    is_outside = least is not None and most is not None and number.is_finite() and not least <= number <= most
    if not number.is_finite() or is_outside:
        raise Refusal(messages.NOT_BETWEEN, where, value=number, least=least, most=most)
