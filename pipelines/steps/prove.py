"""Says what does not add up: every kind of break, the three legs of each return, payouts, the law's checks."""

from datetime import date
import hashlib

from pipelines.domain.breaks import KINDS, NUANCES
from pipelines.domain.shop import Shop
from pipelines.domain.shop.providers import Settling
from pipelines.domain.summaries import Summary
from pipelines.steps.progress import code_digest
from pipelines.warehouse import Warehouse
from pipelines.warehouse.connection import FOLDER, sql_text

DAILY = ("observed", "open_items", "running_increases", "causes", "goods", "series")
FACTUAL = ("statement_gaps", "odd_sales", "movements", "payout_blocks", "payouts", "closed")


def prove(warehouse: Warehouse, shop: Shop, as_of: date) -> Summary:
    """Fill `core.breaks`, `core.returns_proof`, `core.payout_proofs` and `core.checks` as of a day.

    With nothing new but the day, what stands proved is left: only what is awaited or missing is looked at again.
    """
    settings = _settings(shop, as_of)
    fingerprint = _fingerprint(warehouse, settings)
    is_news = warehouse.rows("proof/done") != [(fingerprint,)]
    warehouse.run("proof/note_done", fingerprint="")
    _find(warehouse, settings, is_news=is_news)
    warehouse.run("proof/breaks", actions=_actions(str(shop.identity.language)), **settings)
    warehouse.run("proof/returns_proof", is_news=is_news, **settings)
    warehouse.run("proof/checks", **settings)
    warehouse.run("proof/note_done", fingerprint=fingerprint)
    return Summary("prove", dict(warehouse.rows("proof/figures")))


def _find(warehouse: Warehouse, settings: dict[str, object], *, is_news: bool) -> None:
    """The findings of every kind, or of the kinds that the day alone may change."""
    for name in (*DAILY, *FACTUAL) if is_news else DAILY:
        warehouse.run(f"proof/{name}", **settings)
    kinds = [name for name in break_files() if is_news or "$as_of" in sql_text(f"breaks/{name}")]
    warehouse.run("proof/no_findings", kinds=kinds)
    for name in kinds:
        warehouse.run(f"breaks/{name}", **settings)


def _fingerprint(warehouse: Warehouse, settings: dict[str, object]) -> str:
    """What the proofs depend on but the day: our code, the facts and the settings."""
    lasting = {name: value for name, value in settings.items() if name != "as_of"}
    facts = warehouse.rows("proof/fingerprint")[0][0]
    return hashlib.sha256(repr((code_digest(), facts, lasting)).encode()).hexdigest()


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
    return [{"kind": kind.code, "words": kind.action(language)} for kind in (*KINDS, *NUANCES)]
