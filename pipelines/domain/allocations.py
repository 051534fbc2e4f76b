"""Which refunds of one order settle which of its credit notes, when sets cannot tell: solved exactly, or proposed.

Two answers differ only if they leave a different item or amount open (design.md). One answer is confirmed; several are
proposed together, and the order is ambiguous.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import combinations
from typing import TypeVar

from pipelines.domain.money import CENT, ZERO

LARGEST_SIDE = 10
MOST_PROPOSALS = 60
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Debt:
    """What a credit note still owes the customer; `kept` is what its returns declare withheld, less carriage repaid."""

    credit_note_number: str
    amount: Decimal
    issued_at: datetime
    kept: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Payback:
    """What is left of a refund; `payment` tells refunds of one payment, `is_free` that no rule has used part of it."""

    provider: str
    refund_id: str
    amount: Decimal
    created_at: datetime
    payment: str
    is_free: bool = True


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a refund that settles part of a credit note."""

    debt: Debt
    payback: Payback
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to part an order: its shares, and the rule that found them."""

    shares: tuple[Share, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is confirmed, what is only proposed, and by which rule."""

    confirmed: tuple[Share, ...]
    proposed: tuple[Share, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How far apart two amounts may stand, and the days a refund may come before or after its credit note."""

    tolerance: Decimal
    days_before: int
    days_after: int


Refused = frozenset[tuple[str, str, str]]


def part(debts: Sequence[Debt], paybacks: Sequence[Payback], limits: Limits, refused: Refused = frozenset()) -> Verdict:
    """Part the credit notes and refunds of one order and currency."""
    debts = sorted(debts, key=lambda debt: (debt.issued_at, debt.credit_note_number))
    paybacks = sorted(paybacks, key=lambda payback: (payback.created_at, payback.provider, payback.refund_id))
    if max(len(debts), len(paybacks)) > LARGEST_SIDE:
        return Verdict((), _all_pairs(debts, paybacks, refused), "ambiguous")
    answers = _answers(debts, paybacks, limits)
    answers = [answer for answer in answers if not any(_key(share) in refused for share in answer.shares)]
    return _verdict(answers, debts, paybacks, limits, refused)


def _verdict(
    answers: list[Answer], debts: Sequence[Debt], paybacks: Sequence[Payback], limits: Limits, refused: Refused
) -> Verdict:
    """One answer, or several that leave the same open, is confirmed; else those within the dates decide; else none."""
    in_time = [answer for answer in answers if all(_is_in_time(share, limits) for share in answer.shares)]
    for candidates in (answers, in_time):
        if candidates and len({_left_open(answer, debts, paybacks) for answer in candidates}) == 1:
            shares = candidates[0].shares
            return Verdict(shares, _rest(shares, debts, paybacks, refused), candidates[0].rule)
    return Verdict((), _together(answers) or _all_pairs(debts, paybacks, refused), "ambiguous")


def _rest(
    shares: tuple[Share, ...], debts: Sequence[Debt], paybacks: Sequence[Payback], refused: Refused
) -> tuple[Share, ...]:
    """What one sure answer leaves untouched on both sides may still belong together."""
    used = {share.debt for share in shares} | {share.payback for share in shares}
    left_debts = [debt for debt in debts if debt not in used]
    return _all_pairs(left_debts, [payback for payback in paybacks if payback not in used], refused)


def _answers(debts: Sequence[Debt], paybacks: Sequence[Payback], limits: Limits) -> list[Answer]:
    """Every best answer: exact amounts before declared ones, declared ones before cents, cents before remainders."""
    declared = {debt.credit_note_number: debt.amount - debt.kept for debt in debts}
    whole = {debt.credit_note_number: debt.amount for debt in debts}
    for expected, slack in ((whole, ZERO), (declared, ZERO), (whole, limits.tolerance)):
        covers = _covers(debts, paybacks, expected, slack)
        if covers:
            return [answer for cover in covers for answer in _completed(cover, debts, paybacks, slack)]
    return _remainder(debts, paybacks)


Cover = tuple[tuple[Debt, ...], tuple[Payback, ...]]


def _covers(
    debts: Sequence[Debt], paybacks: Sequence[Payback], expected: dict[str, Decimal], slack: Decimal
) -> list[Cover]:
    """The sub-sets of both sides that come to the same total: pairs before groups, then the largest total."""
    sums: dict[Decimal, list[tuple[Payback, ...]]] = {}
    for chosen in _subsets(paybacks):
        if _is_earliest(chosen, paybacks):
            sums.setdefault(sum((payback.amount for payback in chosen), ZERO), []).append(chosen)
    found: list[tuple[tuple[int, Decimal], Cover]] = []
    for owed in _subsets(debts):
        total = sum((expected[debt.credit_note_number] for debt in owed), ZERO)
        for cents in range(-int(slack / CENT), int(slack / CENT) + 1):
            near = sums.get(total + cents * CENT, [])
            found += [(_rank(owed, paid, expected, total), (owed, paid)) for paid in near]
    best = max((rank for rank, _ in found), default=None)
    return [cover for rank, cover in found if rank == best]


def _rank(
    owed: tuple[Debt, ...], paid: tuple[Payback, ...], expected: dict[str, Decimal], total: Decimal
) -> tuple[int, Decimal]:
    """Most equal pairs first, then the largest total closed."""
    amounts = [payback.amount for payback in paid]
    pairs = 0
    for debt in owed:
        if expected[debt.credit_note_number] in amounts:
            amounts.remove(expected[debt.credit_note_number])
            pairs += 1
    return pairs, total


def _is_earliest(chosen: tuple[Payback, ...], paybacks: Sequence[Payback]) -> bool:
    """Of equal refunds of one payment the earlier is taken, the later stays open (design.md, duplicates)."""
    taken = set(chosen)
    return not any(
        other not in taken
        and any(
            (other.payment, other.amount) == (one.payment, one.amount)
            and (other.created_at, other.provider, other.refund_id) < (one.created_at, one.provider, one.refund_id)
            for one in chosen
        )
        for other in paybacks
    )


def _completed(cover: Cover, debts: Sequence[Debt], paybacks: Sequence[Payback], slack: Decimal) -> list[Answer]:
    """A cover paired off, with what can be said of the rest."""
    owed, paid = cover
    shares = _paired(owed, paid)
    rule = "tolerance" if slack else "order_amount" if len(owed) == len(paid) == len(shares) else "group"
    rest_debts = [debt for debt in debts if debt not in owed]
    rest_paybacks = [payback for payback in paybacks if payback not in paid]
    if not rest_debts or not rest_paybacks:
        return [Answer(shares, rule)]
    rests = _remainder(rest_debts, rest_paybacks)
    return [Answer(shares + rest.shares, rule) for rest in rests] or [Answer(shares, rule)]


def _remainder(debts: Sequence[Debt], paybacks: Sequence[Payback]) -> list[Answer]:
    """Amounts that do not meet: one side's only item takes in the other side, by date, when all of it is used up."""
    if not all(payback.is_free for payback in paybacks):
        return []
    owed = sum((debt.amount for debt in debts), ZERO)
    paid = sum((payback.amount for payback in paybacks), ZERO)
    twins = len({(payback.payment, payback.amount) for payback in paybacks}) == 1
    if (len(debts) == 1 and (paid <= owed or twins or len(paybacks) == 1)) or (len(paybacks) == 1 and owed <= paid):
        return [Answer(_overlaps(debts, paybacks), "group")]
    return []


def _paired(owed: Sequence[Debt], paid: Sequence[Payback]) -> tuple[Share, ...]:
    """Equal amounts first, by date; the others by cumulated amounts."""
    left = list(paid)
    pairs: list[Share] = []
    for debt in owed:
        twin = next((payback for payback in left if payback.amount == debt.amount), None)
        if twin:
            left.remove(twin)
            pairs.append(Share(debt, twin, debt.amount))
    alone = {share.debt for share in pairs}
    return (*pairs, *_overlaps([debt for debt in owed if debt not in alone], left))


def _overlaps(debts: Sequence[Debt], paybacks: Sequence[Payback]) -> tuple[Share, ...]:
    """Shares by cumulated amounts: each side laid end to end, in its order."""
    shares: list[Share] = []
    upto = ZERO
    for payback in paybacks:
        start, upto = upto, upto + payback.amount
        reached = ZERO
        for debt in debts:
            low, reached = reached, reached + debt.amount
            common = min(upto, reached) - max(start, low)
            if common > 0:
                shares.append(Share(debt, payback, common))
    return tuple(shares)


def _subsets(items: Sequence[Item]) -> Iterator[tuple[Item, ...]]:
    for size in range(1, len(items) + 1):
        yield from combinations(items, size)


def _is_in_time(share: Share, limits: Limits) -> bool:
    days = (share.payback.created_at.date() - share.debt.issued_at.date()).days
    return -limits.days_before <= days <= limits.days_after


def _left_open(answer: Answer, debts: Sequence[Debt], paybacks: Sequence[Payback]) -> tuple[Decimal, ...]:
    """What an answer leaves open, item by item."""
    owed = {debt: debt.amount for debt in debts}
    paid = {payback: payback.amount for payback in paybacks}
    for share in answer.shares:
        owed[share.debt] -= share.amount
        paid[share.payback] -= share.amount
    return (*owed.values(), *paid.values())


def _together(answers: Sequence[Answer]) -> tuple[Share, ...]:
    """Every pair that some answer holds, once, with the largest amount it gives it."""
    widest: dict[tuple[Debt, Payback], Share] = {}
    for share in (share for answer in answers for share in answer.shares):
        known = widest.get((share.debt, share.payback))
        if known is None or known.amount < share.amount:
            widest[share.debt, share.payback] = share
    return tuple(widest.values())[:MOST_PROPOSALS]


def _all_pairs(debts: Sequence[Debt], paybacks: Sequence[Payback], refused: Refused) -> tuple[Share, ...]:
    """Every pair not refused, up to the smaller amount: beyond the bound, or when no answer stands out."""
    free = [payback for payback in paybacks if payback.is_free]
    pairs = [Share(debt, payback, min(debt.amount, payback.amount)) for debt in debts for payback in free]
    return tuple(share for share in pairs if _key(share) not in refused)[:MOST_PROPOSALS]


def _key(share: Share) -> tuple[str, str, str]:
    return share.debt.credit_note_number, share.payback.provider, share.payback.refund_id
