"""The letter of the morning goes by e-mail and to a webhook, once each; what cannot go waits, and tries help only where they can."""

from dataclasses import replace

import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import letter as messages
from pipelines.domain.notices import Notice, read_notice
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import Shop
from pipelines.domain.shop.email import Email, Encryption
from pipelines.domain.shop.letter import Letter
from pipelines.steps.tell import PAUSES, last_told, put_by, tell, ways
from tests.steps.test_send import mailbox  # noqa: F401 (a fixture)
from tests.webhooks import webhook

NOTICE = Notice("2026-10-31", "Lettrage : 3 à faire", "Rien de personnel.\n", {"to_refund": 3}, ("email", "webhook"))


@pytest.fixture
def hook():
    with webhook() as opened:
        yield opened


@pytest.fixture
def folder(tmp_path):
    return ShopFolder(tmp_path)


def shop_of(mailbox, hook, recipient="marie@exemple.fr"):  # noqa: F811
    email = Email(server="127.0.0.1", port=mailbox.port, sender="nuit@maison.example", encryption=Encryption.NONE)
    return Shop(email=email, letter=Letter((recipient, "paul@exemple.fr"), hook.url))


def told(folder, shop):
    pauses = []
    return tell(folder, shop, "", pauses.append), pauses


def test_nothing_is_sent_until_somebody_asks(folder):
    assert ways(Shop()) == ()
    assert tell(folder, Shop(), "", lambda _: None).sent == 0


def test_a_letter_goes_each_way_once(folder, mailbox, hook):  # noqa: F811
    shop = shop_of(mailbox, hook)
    put_by(folder, NOTICE)
    result, pauses = told(folder, shop)
    assert (result.sent, result.waiting, pauses) == (1, 0, [])
    [(recipients, mail)] = mailbox.received
    assert recipients == ["marie@exemple.fr", "paul@exemple.fr"]
    assert (mail["Subject"], mail["Auto-Submitted"]) == ("Lettrage : 3 à faire", "auto-generated")
    assert hook.received == [
        {"to_refund": 3, "day": "2026-10-31", "text": "Lettrage : 3 à faire\nRien de personnel.\n"}
    ]
    assert told(folder, shop)[0].sent == 0
    assert last_told(folder) == "2026-10-31"


@pytest.mark.parametrize(
    ("answers", "pauses", "waiting"),
    [
        ([503], [PAUSES[0]], 0),
        ([429, 500], list(PAUSES), 0),
        ([503, 503, 503], list(PAUSES), 1),
        ([404], [], 1),
        ([400], [], 1),
        ([302], [], 1),
    ],
)
def test_a_try_more_is_made_only_where_it_can_help(answers, pauses, waiting, folder, mailbox, hook):  # noqa: F811
    hook.answers += answers
    put_by(folder, NOTICE)
    result, waited = told(folder, shop_of(mailbox, hook))
    assert (waited, result.waiting) == (pauses, waiting)
    assert result.reason == ("" if not waiting else f"webhook : {answers[-1]}")


@pytest.mark.parametrize(("recipient", "tries"), [("later@maison.example", 2), ("nobody@maison.example", 0)])
def test_what_the_mail_server_refuses_waits_and_the_webhook_has_it_all_the_same(
    recipient,
    tries,
    folder,
    mailbox,  # noqa: F811
    hook,
):
    shop = replace(shop_of(mailbox, hook), letter=Letter((recipient,), hook.url))
    put_by(folder, NOTICE)
    result, pauses = told(folder, shop)
    assert (result.waiting, len(pauses), len(hook.received)) == (1, tries, 1)
    told(folder, shop)
    assert len(hook.received) == 1


def test_a_letter_that_waited_goes_with_the_next_oldest_first(folder, mailbox, hook):  # noqa: F811
    hook.answers += [404]
    put_by(folder, replace(NOTICE, left=("webhook",)))
    assert told(folder, shop_of(mailbox, hook))[0].waiting == 1
    put_by(folder, replace(NOTICE, day="2026-11-01", left=("webhook",)))
    assert told(folder, shop_of(mailbox, hook))[0].sent == 2
    assert [each["day"] for each in hook.received] == ["2026-10-31", "2026-11-01"]


def test_no_server_at_all_stops_nothing(folder, hook):
    shop = Shop(letter=Letter((), "http://127.0.0.1:9/rien"))
    put_by(folder, replace(NOTICE, left=("webhook",)))
    assert told(folder, shop)[0].waiting == 1


def test_a_month_of_silence_keeps_the_last_week(folder):
    shop = Shop(letter=Letter((), "http://127.0.0.1:9/rien"))
    for day in range(1, 31):
        put_by(folder, replace(NOTICE, day=f"2026-10-{day:02d}", left=("webhook",)))
    (folder.root / ".letters" / "2026-10-31-abîmée.json").write_text("{")
    assert told(folder, shop)[0].waiting == 6


def test_a_notice_damaged_is_none():
    with pytest.raises(ValueError, match="left"):
        read_notice('{"left": 1}')


def test_a_letter_that_waits_is_said_in_both_languages():
    refusal = Refusal(messages.WAITS, "shop.toml, [letter]", count=1, reason="webhook : 404")
    assert "404" in refusal.sentence("fr")
    assert refusal.sentence("fr") != refusal.sentence("en")
    assert (refusal.message.code, refusal.exit_code) == ("letter-waits", 0)
