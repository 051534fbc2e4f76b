"""Sends letters by SMTP, each once, however often it runs or dies: the outbox is written before and after."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from email.headerregistry import Address
from email.message import EmailMessage
import smtplib
import ssl

from pipelines.domain.folder import ShopFolder
from pipelines.domain.letters import Fate, Letter, Outcome, is_address, last_fates
from pipelines.domain.shop import Shop
from pipelines.steps.register import SENT, append_register, told

TIMEOUT_SECONDS = 30
TLS_FROM_THE_START = 465
HERE = frozenset({"localhost", "127.0.0.1", "::1"})


def outbox(folder: ShopFolder) -> dict[str, Fate]:
    """What became of each credit note so far."""
    return last_fates(told(folder.register, SENT))


def send(
    folder: ShopFolder,
    shop: Shop,
    letters: Sequence[Letter],
    password: str,
    instant: Callable[[], str],
    pause: Callable[[float], None],
) -> Iterator[Outcome]:
    """Send letters at the shop's pace; what the server refuses for good is never tried again.

    `instant` gives the time for the register, `pause` waits so many seconds. Raises OSError when there is no server.
    """
    with mail_server(shop, password) as server:
        for place, letter in enumerate(letters):
            if place:
                pause(60 / max(shop.email.per_minute, 1))
            yield _send(folder, shop, server, letter, instant)


def message(shop: Shop, letter: Letter) -> EmailMessage:
    """The e-mail: text, page and paper. Raises ValueError when a header could carry another one."""
    if not is_address(letter.recipient):
        raise ValueError(letter.recipient)
    built = EmailMessage()
    built["From"] = Address(_line(shop.identity.name), addr_spec=shop.email.sender)
    built["To"] = Address(addr_spec=letter.recipient)
    built["Subject"] = _line(letter.subject)
    built["Message-ID"] = f"<{_line(letter.credit_note_number).encode().hex()}@{shop.email.sender.partition('@')[2]}>"
    built.set_content(letter.text)
    built.add_alternative(letter.page, subtype="html")
    built.add_attachment(letter.paper, maintype="application", subtype="pdf", filename=letter.file_name)
    return built


def _send(folder: ShopFolder, shop: Shop, server: smtplib.SMTP, letter: Letter, instant: Callable[[], str]) -> Outcome:
    number = letter.credit_note_number
    try:
        built = message(shop, letter)
    except ValueError as error:
        return _write(folder, instant(), Outcome(number, Fate.REFUSED, f"adresse illisible : {error}"))
    _write(folder, instant(), Outcome(number, Fate.SENDING))
    return _write(folder, instant(), _handed_over(server, built, number))


def _handed_over(server: smtplib.SMTP, built: EmailMessage, number: str) -> Outcome:
    """Hand one message over; the server's own words tell a refusal for now (4xx) from one for good (5xx)."""
    try:
        server.send_message(built)
    except smtplib.SMTPRecipientsRefused as error:
        code, words = next(iter(error.recipients.values()))
        return Outcome(number, _fate(code), f"{code} {words.decode(errors='replace')}")
    except smtplib.SMTPResponseException as error:
        return Outcome(number, _fate(error.smtp_code), f"{error.smtp_code} {error.smtp_error!r}")
    return Outcome(number, Fate.SENT)


def _fate(code: int) -> Fate:
    return Fate.POSTPONED if code < 500 else Fate.REFUSED  # noqa: PLR2004 (RFC 5321, §4.2.1)


def _write(folder: ShopFolder, at: str, outcome: Outcome) -> Outcome:
    facts = {"credit_note_number": outcome.credit_note_number, "words": outcome.words}
    append_register(folder.register, SENT, at, "lettrage", [(outcome.fate.value, facts)])
    return outcome


def _line(text: str) -> str:
    return " ".join(text.split())


@contextmanager
def mail_server(shop: Shop, password: str, timeout: int = TIMEOUT_SECONDS) -> Iterator[smtplib.SMTP]:
    """The shop's server, in TLS; the password is never said in clear to another machine."""
    email, context = shop.email, ssl.create_default_context()
    if email.port == TLS_FROM_THE_START:
        opened: smtplib.SMTP = smtplib.SMTP_SSL(email.server, email.port, timeout=timeout, context=context)
    else:
        opened = smtplib.SMTP(email.server, email.port, timeout=timeout)
    with opened:
        if email.start_tls and email.port != TLS_FROM_THE_START:
            opened.starttls(context=context)
        is_private = email.start_tls or email.port == TLS_FROM_THE_START or email.server in HERE
        if email.user and is_private:
            opened.login(email.user, password)
        yield opened
