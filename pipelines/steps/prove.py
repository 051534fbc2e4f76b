"""Says what does not add up: every kind of break, the three legs of each return, payouts, the law's checks."""

from datetime import date

from pipelines.domain.breaks import KINDS
from pipelines.domain.shop import Shop
from pipelines.domain.shop.providers import Settling
from pipelines.domain.summaries import Summary
from pipelines.warehouse import Warehouse
from pipelines.warehouse.connection import FOLDER

PREPARED = (
    "no_findings",
    "observed",
    "open_items",
    "running_increases",
    "causes",
    "goods",
    "payout_blocks",
    "payouts",
    "closed",
)


def prove(warehouse: Warehouse, shop: Shop, as_of: date) -> Summary:
    """Fill `core.breaks`, `core.returns_proof`, `core.payout_proofs` and `core.checks` as of a day."""
    settings = _settings(shop, as_of)
    for name in PREPARED:
        warehouse.run(f"proof/{name}", **settings)
    for name in break_files():
        warehouse.run(f"breaks/{name}", **settings)
    warehouse.run("proof/breaks", actions=_actions(str(shop.identity.language)), **settings)
    warehouse.run("proof/returns_proof", **settings)
    warehouse.run("proof/checks", **settings)
    return Summary("prove", dict(warehouse.rows("proof/figures")))


def break_files() -> list[str]:
    """One file per kind of break, in name order, whoever wrote it."""
    return sorted(path.stem for path in (FOLDER / "sql" / "breaks").glob("*.sql"))


def _settings(shop: Shop, as_of: date) -> dict[str, object]:
    """What a kind of break may ask for by name."""
    matching, returns = shop.matching, shop.returns
    return {
        "as_of": as_of,
        "language": str(shop.identity.language),
        "refund_due_days": matching.refund_due_days,
        "credit_note_due_days": matching.credit_note_due_days,
        "tolerance": matching.tolerance,
        "sending_days": returns.sending_days,
        "withdrawal_days": returns.withdrawal_days,
        "not_returnable": list(returns.not_returnable),
        "balance_providers": [name for name, one in shop.providers.items() if one.settling is Settling.BALANCE],
    }


def _actions(language: str) -> list[dict[str, str]]:
    return [{"kind": kind.code, "words": kind.action(language)} for kind in KINDS]
