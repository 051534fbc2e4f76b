"""Sends letters by SMTP, each once, however often it runs or dies: the outbox is written before and after."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
import smtplib
import ssl

from pipelines.domain.folder import ShopFolder
from pipelines.domain.letters import Fate, Letter, Outcome, is_address, last_outcomes
from pipelines.domain.messages import documents as messages
from pipelines.domain.messages.answers import answer
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import Shop
from pipelines.domain.shop.email import Email, Encryption
from pipelines.steps.register import SENT, append_register, told

TIMEOUT_SECONDS = 30
FOR_NOW, FOR_GOOD = 400, 500
"""From which codes on a mail server says no: for now, then for good (RFC 5321, §4.2.1)."""
HERE = frozenset({"localhost", "127.0.0.1", "::1"})
WHERE = "shop.toml, [email]"


def outbox(folder: ShopFolder) -> dict[str, Outcome]:
    """What became of each credit note so far, with the server's words."""
    return last_outcomes(told(folder.register, SENT))


def check_settings(email: Email) -> None:
    """Raises Refusal when nothing can be sent, or only in clear to another machine."""
    if not email.server or not email.sender:
        raise Refusal(messages.EMAIL_IS_OFF, WHERE)
    if not is_address(email.sender):
        raise Refusal(messages.NOT_A_SENDER, f"{WHERE} sender", value=email.sender)
    if _is_in_clear(email):
        raise Refusal(messages.NOT_ENCRYPTED, f"{WHERE} encryption", server=email.server)


def send(
    folder: ShopFolder,
    shop: Shop,
    letters: Sequence[Letter],
    password: str,
    instant: Callable[[], str],
    pause: Callable[[float], None],
) -> Iterator[Outcome]:
    """Send letters at the shop's pace; what the server refuses for good is never tried again.

    `instant` gives the time for the register, `pause` waits so many seconds. Raises OSError when there is no server, or
    none any more: letters not yet begun are then as if never tried.
    """
    check_settings(shop.email)
    with mail_server(shop, password) as server:
        for place, letter in enumerate(letters):
            if place:
                pause(60 / max(shop.email.per_minute, 1))
            _knock(server)
            yield _send(folder, shop, server, letter, instant)


def message(shop: Shop, letter: Letter, at: str) -> EmailMessage:
    """The e-mail, dated `at` (ISO 8601): text, page, paper. Raises ValueError when a header could carry another one."""
    if not is_address(letter.recipient):
        raise ValueError(letter.recipient)
    built = EmailMessage()
    built["From"] = Address(_line(shop.identity.name), addr_spec=shop.email.sender)
    built["To"] = Address(addr_spec=letter.recipient)
    if is_address(shop.identity.email):
        built["Reply-To"] = Address(addr_spec=shop.identity.email)
    built["Subject"] = _line(letter.subject)
    built["Date"] = format_datetime(datetime.fromisoformat(at))
    built["Auto-Submitted"] = "auto-generated"
    built["Message-ID"] = f"<{_line(letter.credit_note_number).encode().hex()}@{shop.email.sender.partition('@')[2]}>"
    built.set_content(letter.text)
    built.add_alternative(letter.page, subtype="html")
    built.add_attachment(letter.paper, maintype="application", subtype="pdf", filename=letter.file_name)
    return built


def _send(folder: ShopFolder, shop: Shop, server: smtplib.SMTP, letter: Letter, instant: Callable[[], str]) -> Outcome:
    number, at = letter.credit_note_number, instant()
    try:
        built = message(shop, letter, at)
    except ValueError as error:
        return _write(folder, at, Outcome(number, Fate.REFUSED, _unreadable(shop, error)))
    _write(folder, at, Outcome(number, Fate.SENDING))
    return _write(folder, instant(), _handed_over(server, built, number))


def _unreadable(shop: Shop, error: ValueError) -> str:
    return answer("letter_unreadable", shop.identity.language, address=error)


def _knock(server: smtplib.SMTP) -> None:
    """Ask whether the server still listens, before the outbox says a letter leaves. Raises OSError when it does not."""
    code, words = server.noop()
    if code >= FOR_NOW:
        raise smtplib.SMTPServerDisconnected(_words(code, words))


def _handed_over(server: smtplib.SMTP, built: EmailMessage, number: str) -> Outcome:
    """Hand one message over; the server's own words tell a refusal for now (4xx) from one for good (5xx).

    A sender refused is the shop's own setting, never the customer's address: it is tried again once mended.
    """
    try:
        server.send_message(built)
    except smtplib.SMTPRecipientsRefused as error:
        code, words = next(iter(error.recipients.values()))
        return Outcome(number, _fate(code), _words(code, words))
    except smtplib.SMTPSenderRefused as error:
        return Outcome(number, Fate.POSTPONED, _words(error.smtp_code, error.smtp_error))
    except smtplib.SMTPResponseException as error:
        return Outcome(number, _fate(error.smtp_code), _words(error.smtp_code, error.smtp_error))
    return Outcome(number, Fate.SENT)


def _fate(code: int) -> Fate:
    return Fate.POSTPONED if code < FOR_GOOD else Fate.REFUSED


def _words(code: int, said: bytes | str) -> str:
    """What the server said, on one line."""
    text = said.decode(errors="replace") if isinstance(said, bytes) else said
    return f"{code} {_line(text)}"


def _write(folder: ShopFolder, at: str, outcome: Outcome) -> Outcome:
    facts = {"credit_note_number": outcome.credit_note_number, "words": outcome.words}
    append_register(folder.register, SENT, at, "lettrage", [(outcome.fate.value, facts)])
    return outcome


def _line(text: str) -> str:
    return " ".join(text.split())


def _is_in_clear(email: Email) -> bool:
    return email.encryption is Encryption.NONE and email.server not in HERE


@contextmanager
def mail_server(shop: Shop, password: str, timeout: int = TIMEOUT_SECONDS) -> Iterator[smtplib.SMTP]:
    """The shop's server, its certificate checked before anything is said to it. Raises OSError without one."""
    email, context = shop.email, ssl.create_default_context()
    if _is_in_clear(email):
        raise OSError(email.server)
    if email.encryption is Encryption.TLS:
        opened: smtplib.SMTP = smtplib.SMTP_SSL(email.server, email.port, timeout=timeout, context=context)
    else:
        opened = smtplib.SMTP(email.server, email.port, timeout=timeout)
    with opened:
        if email.encryption is Encryption.START_TLS:
            opened.starttls(context=context)
        if email.user:
            opened.login(email.user, password)
        yield opened
