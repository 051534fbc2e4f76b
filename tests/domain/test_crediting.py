"""Amounts come from the original line: every case in expected cents, and laws that always hold."""

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
import pytest

from pipelines.domain.crediting import InvoicedLine, credit, credit_all, credit_articles, reduce_price, share_discounts
from pipelines.domain.fitting import lines_worth
from pipelines.domain.vat import vat_inside


def invoiced(*drawn: str) -> list[InvoicedLine]:
    """Lines drawn « type sku quantity gross rate », optionally with the quantity and gross already credited."""
    lines = []
    for rank, text in enumerate(drawn, start=1):
        kind, sku, quantity, gross, rate, *earlier = text.split()
        before = [Decimal(value) for value in earlier] or [Decimal(0), Decimal("0.00")]
        vat = vat_inside(Decimal(gross), Decimal(rate))
        credited_vat = vat_inside(before[1], Decimal(rate))
        lines.append(
            InvoicedLine(str(rank), kind, sku, sku, Decimal(quantity), Decimal(rate), vat, Decimal(gross), before[0], credited_vat, before[1])
        )  # fmt: skip
    return lines


ONE = ("product MUG 1 12.00 20",)
MIXED = ("product MUG 3 10.00 20", "product BOOK 1 10.55 5.5", "shipping PORT 1 5.90 20")
CASES = {
    # case: invoice, quantities by line, expected « sku quantity net vat gross »
    "full": (ONE, {"1": 1}, ["MUG 1 10.00 2.00 12.00"]),
    "full takes the carriage": (MIXED, {"1": 3, "2": 1}, ["MUG 3 8.33 1.67 10.00", "BOOK 1 10.00 0.55 10.55", "PORT 1 4.92 0.98 5.90"]),
    "partial leaves the carriage": (MIXED, {"2": 1}, ["BOOK 1 10.00 0.55 10.55"]),
    "quantity 2 of 3": (MIXED, {"1": 2}, ["MUG 2 5.56 1.11 6.67"]),
    "then 1 takes the remainder": (("product MUG 3 10.00 20 2 6.67", *MIXED[1:]), {"1": 1}, ["MUG 1 2.77 0.56 3.33"]),
    "no more than is left": (("product MUG 3 10.00 20 2 6.67", *MIXED[1:]), {"1": 3}, ["MUG 1 2.77 0.56 3.33"]),
    "shipping only": (MIXED, {"3": 1}, ["PORT 1 4.92 0.98 5.90"]),
    "discount across lines": (
        ("product MUG 1 20.00 20", "product TRAY 1 10.00 20", "discount CODE 1 -3.00 20"),
        {"1": 1},
        ["MUG 1 15.00 3.00 18.00"],
    ),
    "voucher over two rates": (
        ("product MUG 1 20.00 20", "product BOOK 1 10.00 5.5", "discount CODE 1 -3.00 0"),
        {"2": 1},
        ["BOOK 1 8.48 0.52 9.00"],
    ),
    "voucher without VAT worth nearly all": (
        ("product MUG 1 12.00 20", "discount GIFT 1 -11.00 0"),
        {"1": 1},
        ["MUG 1 0.00 1.00 1.00"],
    ),
    "price nobody paid": (("product MUG 1 12.00 20", "discount GIFT 1 -12.00 0"), {"1": 1}, []),
    "franchise": (("product MUG 3 30.00 0",), {"1": 2}, ["MUG 2 20.00 0.00 20.00"]),
    "B2B, two rates": (
        ("product MUG 10 240.00 20", "product BOOK 4 42.20 5.5"),
        {"1": 3, "2": 1},
        ["MUG 3 60.00 12.00 72.00", "BOOK 1 10.00 0.55 10.55"],
    ),
    "zero-rated": (("product STAMP 2 10.00 0",), {"1": 1}, ["STAMP 1 5.00 0.00 5.00"]),
    "OSS Germany 19 %": (("product MUG 1 11.90 19",), {"1": 1}, ["MUG 1 10.00 1.90 11.90"]),
    "eco-participation follows its article": (
        ("product LAMP 2 40.00 20", "product MUG 1 12.00 20", "eco_participation LAMP 2 0.24 20"),
        {"1": 1},
        ["LAMP 1 16.66 3.34 20.00", "LAMP 1 0.10 0.02 0.12"],
    ),
}  # fmt: skip


def drawn(lines):
    return [f"{line.sku} {line.quantity} {line.net} {line.vat} {line.gross}" for line in lines]


@pytest.mark.parametrize("case", CASES)
def test_each_case_in_expected_cents(case):
    lines, quantities, expected = CASES[case]
    found = credit_articles(invoiced(*lines), {line: Decimal(quantity) for line, quantity in quantities.items()})
    assert drawn(found) == expected


def test_three_partials_add_up_to_the_invoice():
    credited = [Decimal(0), Decimal("0.00"), Decimal("0.00")]
    parts = []
    for _ in range(3):
        line = InvoicedLine("1", "product", "MUG", "MUG", Decimal(3), Decimal(20), Decimal("1.67"), Decimal("10.00"), credited[0], credited[1], credited[2])  # fmt: skip
        part = credit(line, Decimal(1))
        parts.append(part)
        credited = [credited[0] + 1, credited[1] + part.vat, credited[2] + part.gross]
    assert drawn(parts) == ["MUG 1 2.77 0.56 3.33", "MUG 1 2.77 0.56 3.33", "MUG 1 2.79 0.55 3.34"]


def test_a_price_reduction_is_shared_over_the_rates():
    found = reduce_price(invoiced(*MIXED), Decimal("5.00"), "Geste")
    assert [(line.vat_rate, line.net, line.vat, line.gross) for line in found] == [
        (Decimal(20), Decimal("2.51"), Decimal("0.50"), Decimal("3.01")),
        (Decimal("5.5"), Decimal("1.89"), Decimal("0.10"), Decimal("1.99")),
    ]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("26.45", ["MUG 3 8.33 1.67 10.00", "BOOK 1 10.00 0.55 10.55", "PORT 1 4.92 0.98 5.90"]),
        ("10.55", ["BOOK 1 10.00 0.55 10.55"]),
        ("6.67", ["MUG 2 5.56 1.11 6.67"]),
        ("16.45", ["BOOK 1 10.00 0.55 10.55", "PORT 1 4.92 0.98 5.90"]),
        ("7.00", None),
    ],
)
def test_an_amount_is_known_by_the_one_set_of_lines_it_fits(amount, expected):
    found = lines_worth(invoiced(*MIXED), Decimal(amount))
    assert (drawn(found) if found else None) == expected


def test_two_sets_that_fit_are_no_answer():
    assert (
        lines_worth(invoiced("product A 1 5.00 20", "product B 1 5.00 20", "product C 1 1.00 20"), Decimal("5.00"))
        is None
    )


def test_an_order_of_two_hundred_lines_is_no_puzzle_without_end():
    many = invoiced(*(f"product S{rank} 3 {9 + rank}.99 20" for rank in range(200)))
    assert lines_worth(many, Decimal("4321.17")) is None


UNHURRIED = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
cents = st.integers(1, 50_000).map(lambda value: Decimal(value) / 100)
rates = st.sampled_from([Decimal(rate) for rate in ("0", "2.1", "5.5", "10", "20")])


@st.composite
def invoices(draw):
    lines = []
    for rank in range(draw(st.integers(1, 4))):
        gross, rate = draw(cents), draw(rates)
        lines.append(
            InvoicedLine(
                str(rank),
                "product",
                f"S{rank}",
                "x",
                Decimal(draw(st.integers(1, 7))),
                rate,
                vat_inside(gross, rate),
                gross,
            )
        )
    if draw(st.booleans()):
        total = sum(line.gross for line in lines)
        taken, rate = min(draw(cents), total), draw(rates)
        lines.append(InvoicedLine("d", "discount", "", "x", Decimal(1), rate, -vat_inside(taken, rate), -taken))
    return lines  # fmt: skip


@UNHURRIED
@given(invoices(), st.data())
def test_consecutive_parts_never_exceed_and_add_up(lines, data):
    """However an order comes back, piece by piece, what is given back is what was paid."""
    for line in share_discounts(lines):
        taken = line
        while taken.quantity_left:
            asked = Decimal(data.draw(st.integers(1, 7)))
            part = credit(taken, asked)
            assert part.net + part.vat == part.gross
            assert part.vat <= part.gross <= taken.gross_left
            taken = InvoicedLine(
                line.line_id, line.line_type, line.sku, line.title, line.quantity, line.vat_rate, line.vat, line.gross,
                taken.credited_quantity + part.quantity, taken.credited_vat + part.vat, taken.credited_gross + part.gross,
            )  # fmt: skip
        assert (taken.credited_gross, taken.credited_vat) == (line.gross, line.vat)


@UNHURRIED
@given(invoices())
def test_everything_given_back_is_everything_paid(lines):
    paid = sum(line.gross for line in lines)
    assert sum(line.gross for line in credit_all(lines)) == paid


@UNHURRIED
@given(invoices(), cents)
def test_a_reduction_is_worth_its_amount_and_no_more_than_is_left(lines, amount):
    found = reduce_price(lines, amount, "Geste")
    assert sum(line.gross for line in found) == min(amount, sum(line.gross_left for line in share_discounts(lines)))
    assert all(line.vat == vat_inside(line.gross, line.vat_rate) for line in found)
