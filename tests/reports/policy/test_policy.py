"""The return page says what the law asks, from the very values the checks use."""

from dataclasses import replace

import pytest

from pipelines.domain.shop.identity import Language
from reports.credit_note.sentences import rights
from reports.policy import policy_html, policy_pdf
from tests.reports.notes import SHOP
from tests.reports.paper import text


def shop_of(**changes):
    return replace(SHOP, returns=replace(SHOP.returns, **changes))


def test_the_page_says_the_shop_s_own_delays_and_costs():
    page = policy_html(
        shop_of(
            withdrawal_days=30,
            sending_days=21,
            refund_days=10,
            mediator="CM2C, Paris",
            withdrawal_link="https://x.example/r",
        )
    )
    for said in (
        "30 jours pour vous rétracter",
        "21 jours après",
        "10 jours après",
        "CM2C, Paris",
        "renoncer au contrat ici",
        "Article défectueux",
    ):
        assert said in page
    assert "à votre charge" in page
    assert "à votre charge" not in policy_html(shop_of(return_cost_informed=False))


def test_the_page_can_be_handed_over_as_a_pdf():
    said = text(policy_pdf(shop_of(mediator="CM2C, Paris")))
    for heading in (
        "Retours et remboursements",
        "Garanties légales",
        "Médiation",
        "Modèle de formulaire de rétractation",
    ):
        assert heading in said


def test_the_box_on_guarantees_has_the_words_of_the_law():
    page = policy_html(SHOP)
    for words in (
        "délai de deux ans",
        "extension de six mois",
        "300 000 euros",
        "vices cachés",
        "L. 217-1 à L. 217-32",
    ):
        assert words in page


def test_a_mediator_the_shop_has_not_named_is_not_promised():
    assert "Médiation" not in policy_html(SHOP)


def test_the_page_the_papers_and_the_money_due_speak_of_the_same_delay():
    shop = shop_of(refund_days=10)
    assert "au plus tard 10 jours" in policy_html(shop)
    assert "Remboursement : 10 jours au plus" in rights(shop.returns, "fr")


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "file:///etc/passwd", "javascript:alert(1)"])
def test_hostile_settings_stay_text(hostile):
    page = policy_html(shop_of(mediator=hostile, return_address=hostile))
    assert "<script>" not in page
    assert policy_pdf(shop_of(mediator=hostile)).startswith(b"%PDF")


def test_english_by_setting():
    shop = replace(SHOP, identity=replace(SHOP.identity, language=Language.ENGLISH))
    assert "Model withdrawal form" in policy_html(shop)
