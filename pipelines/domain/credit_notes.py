"""A credit note as it is printed: who owes whom what, why, and which invoices it corrects (law.md §1.2)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pipelines.domain.money import ZERO
from pipelines.domain.shop.identity import Identity
from pipelines.domain.shop.policy import ReturnPolicy
from pipelines.domain.vat_cases import VatCase

SERVICES = frozenset({"shipping", "fee"})


class Nature(StrEnum):
    """Why a credit note exists; only a return expects goods."""

    RETURN = "return"
    CANCELLATION = "cancellation"
    NON_DELIVERY = "non_delivery"
    PRICE_REDUCTION = "price_reduction"
    GOODWILL = "goodwill"
    ERROR = "error"


class Means(StrEnum):
    """What settles a credit note; `unknown` is settled by the evidence."""

    REFUND = "refund"
    STORE_CREDIT = "store_credit"
    EXCHANGE = "exchange"
    CHARGEBACK = "chargeback"
    NONE = "none"
    UNKNOWN = "unknown"


class DocumentType(StrEnum):
    """UNTDID 1001, of which credit notes and what undoes them may be (law.md §6.5); the type carries the sign."""

    SELF_BILLED = "261"
    GLOBAL_REBATE = "262"
    INVOICE = "380"
    CREDIT_NOTE = "381"
    DEPOSIT = "503"


class NumberedBy(StrEnum):
    """Who gave the number: the shop, whose own paper is the original, or Lettrage."""

    SHOP = "shop"
    LETTRAGE = "lettrage"


@dataclass(frozen=True, slots=True)
class Party:
    """A customer, or the place goods were delivered to; a company has a SIREN or a VAT number."""

    name: str
    address: str = ""
    postcode: str = ""
    city: str = ""
    country: str = "FR"
    siren: str = ""
    vat_id: str = ""
    email: str = ""

    @property
    def is_company(self) -> bool:
        """A taxable person, whose credit note follows the rules between companies."""
        return bool(self.siren or self.vat_id)


@dataclass(frozen=True, slots=True)
class OriginInvoice:
    """An invoice that a credit note corrects."""

    number: str
    issued_on: date | None


@dataclass(frozen=True, slots=True)
class CreditNoteLine:
    """One line given back; amounts are positive, the document carries the sign."""

    line_type: str
    sku: str
    title: str
    quantity: Decimal
    unit_price_net: Decimal
    vat_rate: Decimal
    net: Decimal
    vat: Decimal
    gross: Decimal
    line_id: str = ""


@dataclass(frozen=True, slots=True)
class RateTotal:
    """The lines of one VAT rate, added up."""

    vat_rate: Decimal
    net: Decimal
    vat: Decimal
    gross: Decimal


@dataclass(frozen=True, slots=True)
class Settling:
    """How the customer gets their due, as known on the day of issue: repaid on a day, or at the latest on one."""

    means: Means
    provider: str = ""
    method: str = ""
    repaid_on: date | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class CreditNote:
    """One credit note, or the counter-document that undoes one, complete: nothing else is needed to print it."""

    number: str
    numbered_by: NumberedBy
    issued_on: date
    order_id: str
    currency: str
    seller: Identity
    buyer: Party
    lines: tuple[CreditNoteLine, ...]
    nature: Nature
    settling: Settling
    origin_invoices: tuple[OriginInvoice, ...] = ()
    reason: str = ""
    reason_code: str = ""
    ordered_on: date | None = None
    supplied_on: date | None = None
    delivery: Party | None = None
    cancels_all: bool = False
    vat_case: VatCase = VatCase.STANDARD
    document_type: DocumentType = DocumentType.CREDIT_NOTE
    policy: ReturnPolicy = field(default_factory=ReturnPolicy)
    footer: str = ""
    contract: str = ""
    is_on_debits: bool = False
    undoes: OriginInvoice | None = None

    @property
    def net(self) -> Decimal:
        """Sum of the lines before VAT."""
        return sum((line.net for line in self.lines), ZERO)

    @property
    def vat(self) -> Decimal:
        """Sum of the lines' VAT."""
        return sum((line.vat for line in self.lines), ZERO)

    @property
    def gross(self) -> Decimal:
        """Sum of the lines, VAT included: what the customer is owed."""
        return sum((line.gross for line in self.lines), ZERO)

    @property
    def operation(self) -> str:
        """Goods or services (mention 8° bis); carriage and fees follow the goods they go with."""
        return "services" if all(line.line_type in SERVICES for line in self.lines) else "goods"

    @property
    def is_duplicate(self) -> bool:
        """The shop's own paper is the original; ours says so."""
        return self.numbered_by is NumberedBy.SHOP

    @property
    def paid_on(self) -> date | None:
        """The day nothing was left to pay: the refund's, or its own for what is set off against the note it undoes."""
        return self.issued_on if self.undoes else self.settling.repaid_on

    @property
    def corrects(self) -> tuple[OriginInvoice, ...]:
        """The documents it refers to: the invoices a credit note corrects, or the credit note it undoes itself."""
        return (self.undoes,) if self.undoes else self.origin_invoices

    @property
    def is_receipt(self) -> bool:
        """Without an invoice to correct, the paper proves a refund and is no credit note."""
        return not self.origin_invoices


def totals_per_rate(lines: Iterable[CreditNoteLine]) -> list[RateTotal]:
    """One total per VAT rate, highest rate first."""
    by_rate: dict[Decimal, list[CreditNoteLine]] = {}
    for line in lines:
        by_rate.setdefault(line.vat_rate, []).append(line)
    return [_total(rate, by_rate[rate]) for rate in sorted(by_rate, reverse=True)]


def _total(rate: Decimal, lines: list[CreditNoteLine]) -> RateTotal:
    net, vat = sum((line.net for line in lines), ZERO), sum((line.vat for line in lines), ZERO)
    return RateTotal(rate, net, vat, net + vat)
