"""The file that puts the shop's stock right, platform by platform."""

from datetime import date
from decimal import Decimal

import pytest

from pipelines.domain.stock_corrections import MonthCorrections, StockCorrection
from reports.stock.corrections import SHOPIFY, correction_files

BOWL = StockCorrection(
    "BOL", "principal", "Bol à oreilles", date(2026, 10, 31), Decimal("9.000"), Decimal("-2.000"), Decimal(0)
)
SALT = StockCorrection(
    "SEL", "principal", "=Sel gris", date(2026, 10, 31), Decimal("10.000"), Decimal("10.000"), Decimal(10)
)


@pytest.mark.parametrize(
    ("platform", "lines"),
    [
        ("wizishop", ["sku;method;quantity", "BOL;decrease;2", "SEL;increase;10"]),
        (
            "shopify",
            [
                ",".join(SHOPIFY),
                ",Bol à oreilles,,,,,,,BOL,,,principal,,,,,,9,7",
                ",'=Sel gris,,,,,,,SEL,,,principal,,,,,,10,20",
            ],
        ),
        ("prestashop", ["Reference;Quantity", "BOL;7", "SEL;20"]),
        (
            "",
            [
                "sku,place,title,shop_quantity,correction,right_quantity",
                "BOL,principal,Bol à oreilles,9,-2,7",
                "SEL,principal,'=Sel gris,10,10,20",
            ],
        ),
    ],
)
def test_a_correction_is_said_as_the_platform_imports_it(platform, lines):
    (file,) = correction_files(MonthCorrections("2026-10", platform, [BOWL, SALT]))
    assert file.path == "exports/stock-a-corriger-2026-10.csv"
    assert file.content.decode().splitlines() == lines


def test_a_stock_that_is_right_needs_no_file():
    assert correction_files(MonthCorrections("2026-10", "wizishop", [])) == []
