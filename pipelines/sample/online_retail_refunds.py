"""Invents the refunds of a real shop that exports credit notes and no payments, with the truth about them beside it."""

from pathlib import Path

from pipelines.warehouse import Warehouse

SHOP = """# A British wholesaler of 2009-2011 (UCI Online Retail II): prices without VAT, in pounds.
[shop]
name = "Online Retail"
country = "GB"
currency = "GBP"
time_zone = "Europe/London"
invoices = "order"

[vat]
prices = "net"
"""


def write_refunds(warehouse: Warehouse, folder: Path, seed: int) -> None:
    """Write `inbox/refunds.csv` in the plain format, and `truth/` beside it: true pairs, and what went wrong."""
    for name in ("inbox", "truth"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    warehouse.run(
        "sample/online_retail_refunds",
        seed=str(seed),
        refunds=str(folder / "inbox" / "refunds.csv"),
        allocations=str(folder / "truth" / "allocations.csv"),
        faults=str(folder / "truth" / "faults.csv"),
    )
