"""Writes the sample shop's folder: `shop.toml`, its exports in `inbox/`, and what is true in `truth/`."""

from pathlib import Path
import shutil

from pipelines.sample.invent import invent
from pipelines.sample.scale import Scale
from pipelines.warehouse import Warehouse, open_warehouse

EXPORTS = {
    "orders": "commandes",
    "order_states": "etats-des-commandes",
    "payments": "encaissements",
    "returns": "retours",
    "credit_notes": "avoirs",
    "refunds": "remboursements",
    "payouts": "versements",
    "provider_balances": "soldes",
    "bank": "releve-bancaire",
    "stock_counts": "inventaire",
    "stock_receipts": "receptions",
    "shop_stock": "stock-boutique",
}
REAL_EXPORTS = {
    "stripe": "stripe-rapprochement-des-versements.csv",
    "paypal": "paypal-activite.csv",
    "camt": "releve-bancaire.xml",
}
NO_PLAIN_EXPORT = ("payouts", "bank")
TRUTHS = ("allocations", "faults", "shop_stock")
SHOP = Path(__file__).parent / "shop.toml"


def generate(folder: Path, scale: Scale | None = None) -> None:
    """Invent the shop in a folder, files of the same name replaced."""
    with open_warehouse() as warehouse:
        drawn = scale or Scale()
        invent(warehouse, drawn)
        write_exports(warehouse, folder / "inbox", real_formats=drawn.real_formats)
        write_truth(warehouse, folder / "truth")
    shutil.copyfile(SHOP, folder / "shop.toml")


def write_exports(warehouse: Warehouse, inbox: Path, *, real_formats: bool) -> None:
    """One file per kind, as the shop, its providers and its bank export them."""
    inbox.mkdir(parents=True, exist_ok=True)
    for kind, name in EXPORTS.items():
        if not (real_formats and kind in NO_PLAIN_EXPORT):
            warehouse.run(f"sample/plain/{kind}", path=str(inbox / f"{name}.csv"))
    for source, name in REAL_EXPORTS.items() if real_formats else ():
        warehouse.run(f"sample/real/{source}", path=str(inbox / name))


def write_truth(warehouse: Warehouse, folder: Path) -> None:
    """What really happened: true pairs, injected faults, the shop's own moves of stock."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in TRUTHS:
        warehouse.run(f"sample/truth/{name}", path=str(folder / f"{name}.csv"))
