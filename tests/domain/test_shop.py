"""`shop.toml` is read strictly: each fault gets its sentence, silence gets the usual values."""

import pytest

from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import parse_shop


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[shp]", "shop-unknown-section"),
        ("shop = 1", "shop-not-a-section"),
        ("[shop]\nnme = 'x'", "shop-unknown-key"),
        ("[shop]\nname = 1", "shop-wrong-type"),
        ("[vat]\nregime = 'x'", "shop-not-a-choice"),
        ("[matching]\ntolerance = 0.1", "shop-not-exact"),
        ("[providers.x]\naccount = '1'", "shop-missing-key"),
        ("[accounts]\nsales = '970000'", "books-not-an-account"),
        ("[providers.stripe]\naccount = '990000'", "books-not-an-account"),
        ("a =", "shop-unreadable"),
    ],
)
def test_each_fault_gets_its_sentence(text, code):
    with pytest.raises(Refusal) as refused:
        parse_shop(text.encode())
    assert refused.value.message.code == code
    assert refused.value.sentence("fr") != refused.value.sentence("en")


def test_what_the_shop_says_is_laid_over_the_usual_values():
    shop = parse_shop(b"[providers.stripe]\naccount = '517111'")
    assert (shop.providers["stripe"].account, shop.providers["stripe"].journal) == ("517111", "ST")
    assert shop.providers["paypal"].account == "517200"
