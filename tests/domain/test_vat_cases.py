"""Which VAT rule a credit note follows, hence its mention."""

from decimal import Decimal

import pytest

from pipelines.domain.shop.vat import MarginScheme, Regime, Vat
from pipelines.domain.vat_cases import vat_case

TAXED, UNTAXED = [Decimal(20), Decimal(0)], [Decimal(0)]
OSS = Vat(one_stop_shop=True)
SECOND_HAND = Vat(margin_scheme=MarginScheme.SECOND_HAND)


@pytest.mark.parametrize(
    ("vat", "country", "rates", "is_company", "origin_was_taxed", "case"),
    [
        (Vat(), "FR", TAXED, False, True, "standard"),
        (Vat(regime=Regime.FRANCHISE), "FR", UNTAXED, False, False, "franchise"),
        (Vat(regime=Regime.FRANCHISE), "DE", UNTAXED, True, False, "franchise"),
        (Vat(), "FR", UNTAXED, True, True, "net_of_tax"),
        (Vat(), "FR", UNTAXED, True, False, "reverse_charge"),
        (Vat(), "MC", UNTAXED, True, False, "reverse_charge"),
        (Vat(), "DE", UNTAXED, True, False, "intra_eu"),
        (Vat(), "DE", UNTAXED, False, False, "zero"),
        (Vat(), "CH", UNTAXED, False, False, "export"),
        (Vat(), "CH", UNTAXED, True, False, "export"),
        (OSS, "DE", [Decimal(19)], False, True, "one_stop_shop"),
        (OSS, "DE", [Decimal(20)], True, True, "standard"),
        (OSS, "FR", TAXED, False, True, "standard"),
        (Vat(), "DE", TAXED, False, True, "standard"),
        (SECOND_HAND, "FR", UNTAXED, False, False, "second_hand"),
        (SECOND_HAND, "DE", UNTAXED, False, False, "second_hand"),
        (SECOND_HAND, "CH", UNTAXED, False, False, "export"),
        (SECOND_HAND, "FR", TAXED, False, True, "standard"),
    ],
)
def test_each_case_has_its_rule(vat, country, rates, is_company, origin_was_taxed, case):
    assert vat_case(vat, country, rates, is_company=is_company, origin_was_taxed=origin_was_taxed) == case
