"""Letters go once, through a real server; what is refused is said, and no header carries another."""

from contextlib import suppress
from dataclasses import replace
import email
from email import policy
import socket

from aiosmtpd.controller import Controller
import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.letters import Fate, is_address, may_be_sent, undelivered
from pipelines.domain.shop.email import Email, Encryption
from pipelines.steps.register import append_register
from pipelines.steps.send import message, outbox, send
from reports.covering_letter import covering_letter
from tests.reports.notes import NOTE, SHOP, note

AT = "2026-10-20T08:00:00Z"
PAPER = b"%PDF-1.7 paper"


class Mailbox:
    """Keeps what it receives; refuses nobody@ for good and later@ for now."""

    def __init__(self):
        self.received = []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 (aiosmtpd's name)
        if address.startswith("nobody@"):
            return "550 no such mailbox"
        if address.startswith("later@"):
            return "451 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
        if address.startswith("stranger@"):
            return "553 this sender is not ours"
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.received.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content, policy=policy.default)))
        return "250 OK"


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def mailbox():
    box = Mailbox()
    box.port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=box.port)
    box.stop = controller.stop
    controller.start()
    yield box
    with suppress(AssertionError):
        controller.stop()


def shop_of(mailbox):
    settings = Email(
        server="127.0.0.1", port=mailbox.port, sender="sav@maison.example", encryption=Encryption.NONE, per_minute=60
    )
    return replace(SHOP, email=settings)


def sent(folder, mailbox, *letters, pauses=None):
    waited = [] if pauses is None else pauses
    return [
        (it.credit_note_number, it.fate)
        for it in send(folder, shop_of(mailbox), letters, "", lambda: AT, waited.append)
    ]


def letter(number="AV-1", recipient="camille@example.org", **changes):
    buyer = replace(NOTE.buyer, email=recipient)
    return replace(covering_letter(note(number=number, buyer=buyer), SHOP, PAPER), **changes)


def test_a_letter_says_the_same_as_text_and_as_a_page_and_carries_the_paper(mailbox, tmp_path):
    assert sent(ShopFolder(tmp_path), mailbox, letter()) == [("AV-1", Fate.SENT)]
    [(recipients, found)] = mailbox.received
    assert recipients == ["camille@example.org"]
    assert found["Subject"] == "Votre avoir AV-1 – Maison Aubépine"
    for part in (found.get_body(("plain",)), found.get_body(("html",))):
        assert "159,20" in part.get_content()
        assert "Sera remboursé par carte bancaire" in part.get_content()
    [paper] = found.iter_attachments()
    assert (paper.get_filename(), paper.get_content()) == ("AV-1.pdf", PAPER)


def test_the_outbox_tells_who_may_still_be_written_to(mailbox, tmp_path):
    folder = ShopFolder(tmp_path)
    letters = (letter("AV-1"), letter("AV-2", "nobody@example.org"), letter("AV-3", "later@example.org"))
    sent(folder, mailbox, *letters)
    append_register(folder.register, "sent", AT, "lettrage", [("sending", {"credit_note_number": "AV-4"})])
    assert {number: may_be_sent(fate) for number, fate in outbox(folder).items()} == {
        "AV-1": False,
        "AV-2": False,
        "AV-3": True,
        "AV-4": False,
    }
    assert [(it.credit_note_number, it.fate, it.words) for it in undelivered(outbox(folder))] == [
        ("AV-2", Fate.REFUSED, "550 no such mailbox"),
        ("AV-3", Fate.POSTPONED, "451 try again later"),
        ("AV-4", Fate.SENDING, ""),
    ]


def test_a_sender_refused_is_no_fault_of_the_customer_s_address(mailbox, tmp_path):
    shop = replace(shop_of(mailbox), email=replace(shop_of(mailbox).email, sender="stranger@maison.example"))
    [outcome] = send(ShopFolder(tmp_path), shop, [letter()], "", lambda: AT, lambda _: None)
    assert (outcome.fate, outcome.words) == (Fate.POSTPONED, "553 this sender is not ours")


def test_a_letter_not_begun_when_the_server_leaves_is_as_if_never_tried(mailbox, tmp_path):
    folder = ShopFolder(tmp_path)
    going = send(folder, shop_of(mailbox), [letter("AV-1"), letter("AV-2")], "", lambda: AT, lambda _: mailbox.stop())
    assert next(going).fate is Fate.SENT
    with pytest.raises(OSError, match=r"."):
        next(going)
    assert list(outbox(folder)) == ["AV-1"]


def test_letters_go_at_the_shop_s_pace(mailbox, tmp_path):
    pauses = []
    sent(ShopFolder(tmp_path), mailbox, letter("AV-1"), letter("AV-2"), letter("AV-3"), pauses=pauses)
    assert pauses == [1.0, 1.0]


@pytest.mark.parametrize(
    "address",
    ["a@b.fr\nBcc: x@y.fr", "a@b.fr, x@y.fr", "a b@c.fr", "<a@b.fr>", "a@b", "", 'a@b.fr"', "é@b.fr", "a@b.fr\r\n"],
)
def test_an_address_is_one_plain_address(address, mailbox, tmp_path):
    assert not is_address(address)
    assert sent(ShopFolder(tmp_path), mailbox, letter(recipient=address)) == [("AV-1", Fate.REFUSED)]
    assert mailbox.received == []


def test_no_header_carries_another():
    shop = replace(
        SHOP, identity=replace(SHOP.identity, name="Maison\r\nBcc: x@y.fr"), email=Email(sender="sav@maison.example")
    )
    built = message(shop, letter("AV-1\r\nBcc: x@y.fr", subject="Bonjour\r\nBcc: x@y.fr"), AT)
    assert built["Bcc"] is None
    assert b"\nBcc:" not in built.as_bytes().partition(b"\n\n")[0]


def test_hostile_words_stay_words_in_the_page():
    found = covering_letter(note(buyer=replace(NOTE.buyer, name="<script>alert(1)</script>")), SHOP, PAPER)
    assert "<script>" not in found.page
    assert "<script>" in found.text
