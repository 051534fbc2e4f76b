"""The VAT return takes credit notes off, or shows them apart; the one-stop shop corrects by quarter and country."""

from decimal import Decimal

import pytest

from pipelines.domain.shop.vat import Regime
from pipelines.domain.vat_return import (
    Presentation,
    VatAmount,
    ca3,
    is_too_old,
    one_stop_shop,
    presentation,
    quarter_of,
    return_months,
)


def amount(side, net, vat, rate="20.00", scheme="domestic", country="FR", quarter="2026-T4"):
    return VatAmount(side, scheme, country, Decimal(rate), quarter, "EUR", Decimal(net), Decimal(vat))


SALES = [
    amount("sale", "1000.40", "200.08"),
    amount("sale", "50.00", "2.75", "5.50"),
    amount("sale", "80.00", "0.00", "0.00", "export", "CH"),
]
NOTES = [amount("credit_note", "100.00", "20.00"), amount("credit_note", "10.00", "0.00", "0.00", "intra_eu", "DE")]


def boxes(amounts, shown):
    return [(box.code, box.base and int(box.base), box.tax and int(box.tax)) for box in ca3(amounts, shown)]


def test_net_takes_credit_notes_off_bases_and_taxes():
    assert boxes([*SALES, *NOTES], Presentation.NET) == [
        ("A1", 950, None), ("E1", 80, None), ("F2", -10, None), ("08", 900, 180), ("09", 50, 3),
    ]  # fmt: skip
    assert presentation([*SALES, *NOTES]) == Presentation.NET


def test_apart_puts_the_base_in_b5_and_the_vat_in_line_21():
    assert boxes([*SALES, *NOTES], Presentation.APART) == [
        ("A1", 1050, None), ("E1", 80, None), ("08", 1000, 200), ("09", 50, 3), ("B5", 100, None), ("21", None, 20),
    ]  # fmt: skip


def test_a_base_below_zero_is_shown_apart():
    assert presentation(NOTES) == Presentation.APART


@pytest.mark.parametrize(
    ("regime", "month", "months"),
    [
        (Regime.MONTHLY, "2026-10", ["2026-10"]),
        (Regime.QUARTERLY, "2026-11", ["2026-10", "2026-11", "2026-12"]),
        (Regime.SIMPLIFIED, "2027-02", ["2027-01", "2027-02", "2027-03"]),
        (Regime.FRANCHISE, "2026-10", []),
    ],
)
def test_a_month_stands_in_the_return_of_its_regime(regime, month, months):
    assert return_months(regime, month) == months


def test_the_simplified_regime_is_yearly_until_it_ends():
    assert return_months(Regime.SIMPLIFIED, "2026-10")[::11] == ["2026-01", "2026-12"]


def test_the_one_stop_shop_nets_its_quarter_and_corrects_earlier_ones():
    amounts = [
        amount("sale", "100.00", "19.00", "19.00", "one_stop_shop", "DE"),
        amount("credit_note", "40.00", "7.60", "19.00", "one_stop_shop", "DE"),
        amount("credit_note", "10.00", "1.90", "19.00", "one_stop_shop", "DE", "2026-T2"),
        amount("credit_note", "10.00", "2.20", "22.00", "one_stop_shop", "IT", "2022-T1"),
    ]
    rows = [
        (row.country, row.quarter, str(row.vat), row.is_correction, row.is_too_old)
        for row in one_stop_shop(amounts, "2026-T4")
    ]
    assert rows == [
        ("DE", "2026-T2", "-1.90", True, False),
        ("DE", "2026-T4", "11.40", False, False),
        ("IT", "2022-T1", "-2.20", True, True),
    ]


def test_three_years_after_its_due_date_a_return_is_no_longer_corrected_there():
    assert quarter_of("2026-11") == "2026-T4"
    assert not is_too_old("2023-T3", "2026-T3")
    assert is_too_old("2023-T2", "2026-T4")
