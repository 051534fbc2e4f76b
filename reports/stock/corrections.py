"""The file that puts the shop's stock right, in the terms its platform imports."""

from collections.abc import Callable, Iterable, Mapping
import csv
from decimal import Decimal
from io import StringIO

from pipelines.domain.export_file import ExportFile
from pipelines.domain.stock_corrections import MonthCorrections, StockCorrection

Row = tuple[str, ...]
SHOPIFY = (
    "Handle", "Title",
    "Option1 Name", "Option1 Value", "Option2 Name", "Option2 Value", "Option3 Name", "Option3 Value",
    "SKU", "HS Code", "COO", "Location", "Bin name", "Incoming (not editable)", "Unavailable (not editable)",
    "Committed (not editable)", "Available (not editable)", "On hand (current)", "On hand (new)",
)  # fmt: skip
"""The columns of Shopify's inventory CSV: it reads the last, and those that say which article and where."""
PLAIN = ("sku", "place", "title", "shop_quantity", "correction", "right_quantity")


def correction_files(month: MonthCorrections) -> list[ExportFile]:
    """`exports/stock-a-corriger-2026-10.csv`, none when the shop's stock is right."""
    if not month.corrections:
        return []
    header, row, delimiter = PLATFORMS.get(month.platform, (PLAIN, _plain, ","))
    content = _table(header, (row(correction) for correction in month.corrections), delimiter)
    return [ExportFile(f"exports/stock-a-corriger-{month.month}.csv", content)]


def _plain(correction: StockCorrection) -> Row:
    figures = (correction.shop_quantity, correction.correction, correction.right_quantity)
    return (correction.sku, correction.place, _text(correction.title), *map(_figure, figures))


def _wizishop(correction: StockCorrection) -> Row:
    """`method` is the one of the API's SKU update (formats.md §2.7)."""
    method = "increase" if correction.correction > 0 else "decrease"
    return (correction.sku, method, _figure(abs(correction.correction)))


def _shopify(correction: StockCorrection) -> Row:
    """Shopify skips a row whose quantity on hand is no longer the current one; its own export has the `Handle`."""
    told = {
        "Title": _text(correction.title),
        "SKU": correction.sku,
        "Location": correction.place,
        "On hand (current)": _figure(correction.shop_quantity),
        "On hand (new)": _figure(correction.right_quantity),
    }
    return tuple(told.get(column, "") for column in SHOPIFY)


def _prestashop(correction: StockCorrection) -> Row:
    """For the import of products by reference, its columns chosen by hand; one of variants empties what it lacks."""
    return (correction.sku, _figure(correction.right_quantity))


PLATFORMS: Mapping[str, tuple[Row, Callable[[StockCorrection], Row], str]] = {
    "wizishop": (("sku", "method", "quantity"), _wizishop, ";"),
    "dropizi": (("sku", "method", "quantity"), _wizishop, ";"),
    "shopify": (SHOPIFY, _shopify, ","),
    "prestashop": (("Reference", "Quantity"), _prestashop, ";"),
}


def _figure(quantity: Decimal) -> str:
    return f"{quantity.normalize():f}"


def _text(title: str) -> str:
    """A title a spreadsheet cannot take for a formula."""
    return f"'{title}" if title[:1] in set("=+-@\t\r") else title


def _table(header: Row, rows: Iterable[Row], delimiter: str) -> bytes:
    text = StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()
