"""Credit notes prepared and not yet numbered: from a return received, from money already given back, or from both."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pipelines.domain.credit_notes import CreditNote, CreditNoteLine, Nature
from pipelines.domain.crediting import InvoicedLine, credit_articles, reduce_price, share_discounts
from pipelines.domain.fitting import lines_worth
from pipelines.domain.money import ZERO


class Readiness(StrEnum):
    """Ready is numbered when asked; proposed and waiting ask for a person's word first."""

    READY = "ready"
    PROPOSED = "proposed"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Repayment:
    """Money given back that no credit note documents."""

    provider: str
    refund_id: str
    repaid_on: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class ReceivedReturn:
    """A return received and accepted that no credit note answers: quantities by order line, and what was kept."""

    return_id: str
    received_on: date
    reason_code: str
    quantities: tuple[tuple[str, Decimal], ...]
    kept: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Basis:
    """What one draft stands on, and the lines it gives back."""

    lines: tuple[CreditNoteLine, ...]
    nature: Nature
    readiness: Readiness
    explanation: str
    received: ReceivedReturn | None = None
    repayment: Repayment | None = None

    @property
    def draft_id(self) -> str:
        """Stable over runs: what it stands on is never documented twice."""
        if self.received:
            return f"return:{self.received.return_id}"
        assert self.repayment
        return f"refund:{self.repayment.provider}:{self.repayment.refund_id}"

    @property
    def happened_on(self) -> date:
        """The day of the first fact it stands on."""
        days = [fact for fact in (self._received_on, self._repaid_on) if fact]
        return min(days)

    @property
    def gross(self) -> Decimal:
        """What it gives back."""
        return sum((line.gross for line in self.lines), ZERO)

    @property
    def _received_on(self) -> date | None:
        return self.received.received_on if self.received else None

    @property
    def _repaid_on(self) -> date | None:
        return self.repayment.repaid_on if self.repayment else None


@dataclass(frozen=True, slots=True)
class Draft:
    """A credit note complete but for its number and its day."""

    basis: Basis
    note: CreditNote


def bases(
    lines: Sequence[InvoicedLine],
    returns: Sequence[ReceivedReturn],
    repayments: Sequence[Repayment],
    *,
    was_shipped: bool,
    returns_are_known: bool,
) -> list[Basis]:
    """The drafts of one order: each return with the money that answers it, then the money left over."""
    found: list[Basis] = []
    left, unpaid = list(lines), list(repayments)
    for received in sorted(returns, key=lambda it: (it.received_on, it.return_id)):
        credited = credit_articles(left, dict(received.quantities))
        if credited:
            repayment = _answering(unpaid, sum((line.gross for line in credited), ZERO), received.kept)
            unpaid = [it for it in unpaid if it != repayment]
            words = f"retour {received.return_id} reçu"
            found.append(Basis(tuple(credited), Nature.RETURN, Readiness.READY, words, received, repayment))
            left = _after(left, credited)
    for repayment in sorted(unpaid, key=lambda it: (it.repaid_on, it.provider, it.refund_id)):
        basis = _of_money(left, repayment, was_shipped=was_shipped, returns_are_known=returns_are_known)
        found.append(basis)
        left = _after(left, basis.lines)
    return found


def _answering(repayments: Sequence[Repayment], gross: Decimal, kept: Decimal) -> Repayment | None:
    """The money of that amount, or of that amount less what was declared as kept; else the only money there is."""
    exact = [it for it in repayments if it.amount in {gross, gross - kept}]
    return exact[0] if exact else None


def _of_money(
    lines: Sequence[InvoicedLine], repayment: Repayment, *, was_shipped: bool, returns_are_known: bool
) -> Basis:
    """Money with nothing else: everything left, or the one set of lines it fits, or a reduction of the price."""
    left = sum((line.gross_left for line in share_discounts(lines)), ZERO)
    fitting = lines_worth(lines, repayment.amount) if repayment.amount <= left else None
    if fitting is None:
        reduced = reduce_price(lines, repayment.amount, "Réduction de prix")
        words = "aucun jeu de lignes ne donne ce montant" if repayment.amount <= left else "plus que le reste facturé"
        return Basis(tuple(reduced), Nature.PRICE_REDUCTION, Readiness.WAITING, words, None, repayment)
    nature = Nature.GOODWILL if returns_are_known else Nature.RETURN
    if not was_shipped:
        nature = Nature.CANCELLATION
    if repayment.amount == left:
        return Basis(tuple(fitting), nature, Readiness.READY, "tout ce qui restait facturé", None, repayment)
    words = "seules lignes dont la somme donne ce montant"
    return Basis(tuple(fitting), nature, Readiness.PROPOSED, words, None, repayment)


def _after(lines: Sequence[InvoicedLine], credited: Sequence[CreditNoteLine]) -> list[InvoicedLine]:
    """The lines with these credits taken from them."""
    taken = {line.line_id: line for line in credited if line.line_id}
    return [_less(line, taken[line.line_id]) if line.line_id in taken else line for line in lines]


def _less(line: InvoicedLine, part: CreditNoteLine) -> InvoicedLine:
    return replace(
        line,
        credited_quantity=line.credited_quantity + part.quantity,
        credited_vat=line.credited_vat + part.vat,
        credited_gross=line.credited_gross + part.gross,
    )
