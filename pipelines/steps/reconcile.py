"""Which refund settles which credit note: decisions first, then rules over sets, then the orders left over."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
import hashlib
from itertools import groupby

from pipelines.domain.allocations import Debt, Limits, Payback, Refused, Share, part
from pipelines.domain.late import LEGAL_RATES, tiers
from pipelines.domain.money import ZERO
from pipelines.domain.shop import Shop
from pipelines.domain.summaries import Summary
from pipelines.steps.progress import code_digest
from pipelines.warehouse import Warehouse


@dataclass(frozen=True, slots=True)
class Decided:
    """A pair a person confirmed or linked, each side by its place in its table, and what both are worth."""

    note: int | str
    movement: int | str
    amount: Decimal | None
    author: str
    owed: Decimal
    paid: Decimal
    is_same_currency: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One credit note or one refund of an order that the sets could not part."""

    order_id: str
    currency: str
    credit_note_number: str | None
    provider: str | None
    refund_id: str | None
    amount: Decimal
    kept: Decimal
    moved_at: datetime
    payment_key: str | None
    is_free: bool


def reconcile(warehouse: Warehouse, shop: Shop, as_of: date) -> Summary:
    """Fill `core.allocations` and the states of credit notes and refunds; rows after `as_of` are not there.

    Does nothing when the facts, the decisions and the settings are those of the last time.
    """
    done = warehouse.rows("match/done")
    if not done or done != [(_fingerprint(warehouse, shop),)]:
        with warehouse.sets() as sets:
            _match(sets, shop)
        warehouse.run("match/note_done", fingerprint=_fingerprint(warehouse, shop))
    confirmed, proposed, revoked, amount = warehouse.rows("match/figures")[0]
    figures = {"as_of": str(as_of), "confirmed": confirmed, "proposed": proposed, "revoked": revoked, "amount": amount}
    return Summary("reconcile", figures)


def _match(warehouse: Warehouse, shop: Shop) -> None:
    write_law(warehouse, shop)
    _sides(warehouse, shop)
    _decisions(warehouse)
    _rules(warehouse, shop)
    _proposals(warehouse, shop)
    _conclusions(warehouse, shop)


def _fingerprint(warehouse: Warehouse, shop: Shop) -> str:
    """What the pairs depend on and what they left: our code, the facts, the decisions, the settings."""
    settings = (shop.matching, shop.returns, shop.reasons, shop.identity.language)
    facts = warehouse.rows("match/fingerprint")[0][0]
    return hashlib.sha256(repr((code_digest(), facts, settings)).encode()).hexdigest()


def write_law(warehouse: Warehouse, shop: Shop) -> None:
    """The law's scales and the shop's reasons, where the sets can reach them."""
    warehouse.run("match/no_settings")
    warehouse.run("match/late_scale", tiers=[asdict(tier) for tier in tiers()])
    warehouse.run("match/legal_rates", rates=[asdict(rate) for rate in LEGAL_RATES])
    reasons = [{"reason_code": code, "legal_basis": str(reason.legal_basis)} for code, reason in shop.reasons.items()]
    if reasons:
        warehouse.run("match/reasons", reasons=reasons)


def _sides(warehouse: Warehouse, shop: Shop) -> None:
    """What is owed, what was paid back, and which order each movement leads to."""
    for name in ("return_notes", "bank_refunds", "notes", "referred", "words", "names", "orders"):
        warehouse.run(f"match/{name}")
    for name in ("order_words", "order_letters"):
        warehouse.run(f"match/{name}", prefixes=list(shop.matching.order_prefixes))
    warehouse.run("match/refund_orders")
    warehouse.run("match/refused")
    warehouse.run("match/start")


def _decisions(warehouse: Warehouse) -> None:
    """People's pairs, in the order decided, each up to what is left on both sides."""
    owed: dict[int | str, Decimal] = {}
    paid: dict[int | str, Decimal] = {}
    for pair in warehouse.records(Decided, "match/decided"):
        left_owed, left_paid = owed.get(pair.note, pair.owed), paid.get(pair.movement, pair.paid)
        amount = min(left_owed, left_paid, pair.amount if pair.amount is not None else left_owed)
        if amount <= ZERO:
            continue
        owed[pair.note] = left_owed - amount
        paid[pair.movement] = left_paid - amount if pair.is_same_currency else ZERO
        warehouse.run("match/decided_share", note=pair.note, movement=pair.movement, amount=amount, author=pair.author)
    warehouse.run("match/set_aside")
    warehouse.run("match/plain")


def _rules(warehouse: Warehouse, shop: Shop) -> None:
    """The hierarchy, first rule wins: identifiers, the order's only pair, equal amounts, groups, order by order."""
    _round(warehouse, "identifiers")
    for (role,) in warehouse.rows("match/roles"):
        _round(warehouse, "single", role=role, tolerance=shop.matching.tolerance)
        warehouse.run("match/same_payment")
        for name in ("exact", "balanced", "one_sided"):
            _round(warehouse, name, role=role)
    _knots(warehouse, shop)
    _round(warehouse, "customers")
    warehouse.run("match/earlier")


def _round(warehouse: Warehouse, name: str, **parameters: object) -> None:
    """One rule over all that is open; what it finds is open no more."""
    warehouse.run(f"match/{name}", **parameters)
    if warehouse.rows("match/found")[0][0]:
        warehouse.run("match/settle")


def _knots(warehouse: Warehouse, shop: Shop) -> None:
    """The orders the sets could not part, one at a time."""
    limits = Limits(shop.matching.tolerance, shop.matching.window_before_days, shop.matching.window_after_days)
    refused = frozenset((note, provider, refund) for note, provider, refund, *_ in warehouse.rows("match/refusals"))
    found: list[tuple[Share, str, str]] = []
    for _, items in groupby(warehouse.records(Item, "match/knots"), key=lambda item: (item.order_id, item.currency)):
        found += _parted(list(items), limits, refused)
    _write_shares(warehouse, found)


def _parted(items: list[Item], limits: Limits, refused: Refused) -> Iterator[tuple[Share, str, str]]:
    """The shares of one order, each with its rule and status."""
    debts = [
        Debt(item.credit_note_number, item.amount, item.moved_at, item.kept)
        for item in items
        if item.credit_note_number
    ]
    paybacks = [
        Payback(item.provider, item.refund_id, item.amount, item.moved_at, item.payment_key or "", item.is_free)
        for item in items
        if item.provider and item.refund_id
    ]
    verdict = part(debts, paybacks, limits, refused)
    yield from ((share, verdict.rule, "confirmed") for share in verdict.confirmed)
    yield from ((share, "ambiguous", "proposed") for share in verdict.proposed)


def _write_shares(warehouse: Warehouse, found: list[tuple[Share, str, str]]) -> None:
    shares = [
        {
            "credit_note_number": share.debt.credit_note_number,
            "provider": share.payback.provider,
            "refund_id": share.payback.refund_id,
            "amount": share.amount,
            "rule": rule,
            "status": status,
        }
        for share, rule, status in found
    ]
    if shares:
        _round(warehouse, "found_shares", shares=shares)


def _proposals(warehouse: Warehouse, shop: Shop) -> None:
    """What may be, and closes nothing; then what was, and failed."""
    matching = shop.matching
    warehouse.run("match/pending")
    for name in ("resemblances", "customer_totals"):
        warehouse.run(f"match/{name}", days_before=matching.window_before_days, days_after=matching.window_after_days)
    warehouse.run("match/undone")


def _conclusions(warehouse: Warehouse, shop: Shop) -> None:
    """Allocations in words, lateness, what explains each difference, and the one state of every item."""
    returns = shop.returns
    warehouse.run("match/allocations", language=str(shop.identity.language))
    warehouse.run(
        "match/clocks",
        withdrawal_days=returns.withdrawal_days,
        refund_days=returns.refund_days,
        commercial_refund_days=returns.commercial_refund_days,
        seller_defers=returns.seller_defers,
    )
    warehouse.run("match/late")
    warehouse.run("match/residuals", tolerance=shop.matching.tolerance)
    warehouse.run("match/states")
