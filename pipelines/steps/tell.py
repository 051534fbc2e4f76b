"""Sends notices by e-mail and to a webhook. One that cannot go waits in the shop's folder for the next night."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from http import HTTPStatus
import json
from pathlib import Path
import smtplib
from typing import Any
import urllib.error
import urllib.request

from pipelines.domain.folder import ShopFolder
from pipelines.domain.notices import EMAIL, WEBHOOK, Notice, read_notice
from pipelines.domain.shop import Shop
from pipelines.domain.summaries import Summary
from pipelines.steps.send import FOR_GOOD, mail_server
from pipelines.steps.whole_files import write_whole

PAUSES = (2.0, 8.0)
"""Seconds before the second and the third try, when a try more may help."""
MOST_WAITING = 7
TIMEOUT_SECONDS = 10
LAST = "last"
PASSING = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS}


@dataclass(frozen=True, slots=True)
class Told:
    """What became of the notices: how many went, how many wait, and why the last one does."""

    sent: int
    waiting: int
    reason: str = ""

    def summary(self) -> Summary:
        """The same as figures."""
        return Summary("letter", {"sent": self.sent, "waiting": self.waiting})


class Postponed(Exception):  # noqa: N818 (what becomes of the notice)
    """Not now; another try may go through."""


class TurnedAway(Exception):  # noqa: N818 (what becomes of the notice)
    """Not like this; trying again changes nothing."""


def ways(shop: Shop) -> tuple[str, ...]:
    """How this shop wants to be told."""
    asked = (
        (EMAIL, shop.letter.recipients and shop.email.server and shop.email.sender),
        (WEBHOOK, shop.letter.webhook),
    )
    return tuple(way for way, is_asked in asked if is_asked)


def last_told(folder: ShopFolder) -> str:
    """The day of the last letter put by; nothing before the first."""
    path = _waiting(folder) / LAST
    return path.read_text(encoding="utf-8") if path.exists() else ""


def put_by(folder: ShopFolder, notice: Notice) -> None:
    """Keep a notice until it has gone every way."""
    write_whole(_waiting(folder) / notice.name, notice.to_json().encode())
    write_whole(_waiting(folder) / LAST, notice.day.encode())


def tell(folder: ShopFolder, shop: Shop, password: str, pause: Callable[[float], None]) -> Told:
    """Send every notice that waits, the oldest first; `pause` waits so many seconds between tries."""
    sent, reason = 0, ""
    for path, notice in _kept(folder):
        for way in notice.left:
            try:
                _patiently(_SENDERS[way], shop, notice, password, pause)
                notice = notice.sent_by(way)  # noqa: PLW2901 (it has one way less to go)
                write_whole(path, notice.to_json().encode())
            except (Postponed, TurnedAway) as error:
                reason = f"{way} : {error}"
        if not notice.left:
            path.unlink()
            sent += 1
    return Told(sent, len(list(_kept(folder))), reason)


def _kept(folder: ShopFolder) -> Iterator[tuple[Path, Notice]]:
    """The notices that wait, the oldest first; of very many, the last ones."""
    paths = sorted(_waiting(folder).glob("*.json"))
    for old in paths[:-MOST_WAITING]:
        old.unlink()
    for path in paths[-MOST_WAITING:]:
        try:
            yield path, read_notice(path.read_text(encoding="utf-8"))
        except ValueError:
            path.unlink()


def _patiently(
    send: Callable[[Shop, Notice, str], None], shop: Shop, notice: Notice, password: str, pause: Callable[[float], None]
) -> None:
    """Try three times in all, but only what another try may mend."""
    for seconds in PAUSES:
        try:
            return send(shop, notice, password)
        except Postponed:
            pause(seconds)
    return send(shop, notice, password)


def _mail(shop: Shop, notice: Notice, password: str) -> None:
    """One e-mail to everyone named."""
    if EMAIL not in ways(shop):
        return
    try:
        with mail_server(shop, password, TIMEOUT_SECONDS) as server:
            server.send_message(_message(shop, notice))
    except smtplib.SMTPResponseException as error:
        raise _answered(error.smtp_code) from None
    except smtplib.SMTPRecipientsRefused as error:
        raise _answered(next(iter(error.recipients.values()))[0]) from None
    except OSError as error:
        raise Postponed(error.strerror or type(error).__name__) from None


def _message(shop: Shop, notice: Notice) -> EmailMessage:
    built = EmailMessage()
    built["From"] = Address("Lettrage", addr_spec=shop.email.sender)
    built["To"] = [Address(addr_spec=recipient) for recipient in shop.letter.recipients]
    built["Subject"] = " ".join(notice.subject.split())
    built["Message-ID"] = f"<{notice.name.removesuffix('.json')}@{shop.email.sender.partition('@')[2]}>"
    built["Auto-Submitted"] = "auto-generated"
    built.set_content(notice.text)
    return built


def _post(shop: Shop, notice: Notice, _password: str) -> None:
    """One JSON object by POST; `text` is the key that chat services show. No redirection is followed."""
    if WEBHOOK not in ways(shop):
        return
    body = json.dumps(
        {**notice.figures, "day": notice.day, "text": f"{notice.subject}\n{notice.text}"}, ensure_ascii=False
    )
    headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "Lettrage"}
    request = urllib.request.Request(shop.letter.webhook, body.encode(), headers)  # noqa: S310 (its scheme is a setting's shape)
    try:
        urllib.request.build_opener(_Straight).open(request, timeout=TIMEOUT_SECONDS).close()
    except urllib.error.HTTPError as error:
        is_for_now = error.code in PASSING or error.code >= HTTPStatus.INTERNAL_SERVER_ERROR
        raise (Postponed if is_for_now else TurnedAway)(str(error.code)) from None
    except OSError as error:
        raise Postponed(str(getattr(error, "reason", "") or error)) from None


class _Straight(urllib.request.HTTPRedirectHandler):
    """Goes nowhere but where it was sent."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """No second address."""


_SENDERS: dict[str, Callable[[Shop, Notice, str], None]] = {EMAIL: _mail, WEBHOOK: _post}


def _answered(code: int) -> Exception:
    """A mail server's own code."""
    return TurnedAway(str(code)) if code >= FOR_GOOD else Postponed(str(code))


def _waiting(folder: ShopFolder) -> Path:
    return folder.root / ".letters"
