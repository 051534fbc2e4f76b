"""Laws of exact money."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
import pytest

from pipelines.domain.money import amount, in_words, split, to_cents
from pipelines.domain.vat import vat_inside, vat_on

amounts = st.decimals(min_value=0, max_value=10**9, places=2)
weights = st.lists(st.decimals(min_value=0, max_value=10**6, places=2), min_size=1, max_size=30).filter(sum)


@given(amounts, weights)
def test_a_split_keeps_every_cent(total, shares):
    assert sum(split(total, shares)) == total


@given(amounts, weights)
def test_no_share_strays_more_than_a_cent(total, shares):
    whole = sum(shares)
    assert all(
        abs(got - total * w / whole) < Decimal("0.01") for got, w in zip(split(total, shares), shares, strict=True)
    )


@pytest.mark.parametrize("text", ["12,50", "12.505", "NaN", "", "1e3", " 1.00", "+1.00", "1 000.00"])
def test_an_amount_is_refused_unless_plain(text):
    with pytest.raises(ValueError):
        amount(text)


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [("0.005", "0.01"), ("-0.005", "-0.01"), ("16.658333", "16.66"), ("2.675", "2.68")],
)
def test_half_goes_up(exact, rounded):
    assert to_cents(Decimal(exact)) == Decimal(rounded)


@pytest.mark.parametrize(
    ("gross", "rate", "vat"),
    [("19.99", "20", "3.33"), ("144.00", "20", "24.00"), ("10.55", "5.5", "0.55"), ("5.00", "0", "0.00")],
)
def test_vat_is_taken_out_of_a_gross_price(gross, rate, vat):
    assert vat_inside(Decimal(gross), Decimal(rate)) == Decimal(vat)


def test_vat_is_added_to_a_net_price():
    assert vat_on(Decimal("2.55"), Decimal(20)) == Decimal("0.51")


@pytest.mark.parametrize(
    ("value", "currency", "french", "english"),
    [
        ("1234.5", "EUR", "1\u202f234,50\u00a0€", "€1,234.50"),
        ("-0.05", "GBP", "-0,05\u00a0£", "-£0.05"),
        ("12", "CHF", "12,00\u00a0CHF", "CHF\u00a012.00"),
    ],
)
def test_amounts_are_written_as_each_language_does(value, currency, french, english):
    assert in_words(Decimal(value), currency) == french
    assert in_words(Decimal(value), currency, "en") == english
