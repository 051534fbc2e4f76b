"""The file that puts the shop's stock right, in the terms its platform imports."""

from collections.abc import Callable, Iterable, Mapping
import csv
from decimal import Decimal
from io import StringIO

from pipelines.domain.export_file import ExportFile
from pipelines.domain.stock_corrections import MonthCorrections, StockCorrection

Row = tuple[str, ...]
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
    """The inventory CSV takes the quantity on hand; `Handle` comes from the shop's own export."""
    return ("", _text(correction.title), correction.sku, correction.place, _figure(correction.right_quantity))


def _prestashop(correction: StockCorrection) -> Row:
    return (correction.sku, _figure(correction.right_quantity))


PLATFORMS: Mapping[str, tuple[Row, Callable[[StockCorrection], Row], str]] = {
    "wizishop": (("sku", "method", "quantity"), _wizishop, ";"),
    "dropizi": (("sku", "method", "quantity"), _wizishop, ";"),
    "shopify": (("Handle", "Title", "SKU", "Location", "On hand"), _shopify, ","),
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
