"""Sections [providers.…]: how each payment provider settles, and where it stands in the books."""

from dataclasses import dataclass
from enum import StrEnum


class Settling(StrEnum):
    """Batches pay out what they hold; a balance is drawn on when the merchant likes (PayPal, PayPlug)."""

    BATCH = "batch"
    BALANCE = "balance"


class FeeVat(StrEnum):
    """The VAT rule of a provider's fees (law.md §11)."""

    REVERSE_CHARGE = "reverse_charge"
    FRENCH = "french"
    EXEMPT = "exempt"


class DateOrder(StrEnum):
    """How an account's exports write a day where they give numbers alone: 9/4 is in April or in September."""

    AS_EXPORTED = "as_exported"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@dataclass(frozen=True, slots=True)
class Provider:
    """One payment provider."""

    account: str
    journal: str
    settling: Settling = Settling.BATCH
    fee_vat: FeeVat = FeeVat.REVERSE_CHARGE
    time_zone: str = "Europe/Paris"
    date_order: DateOrder = DateOrder.AS_EXPORTED


def usual_providers() -> dict[str, Provider]:
    """The providers French shops use; any other gets `other_provider()`."""
    balance, exempt, french = Settling.BALANCE, FeeVat.EXEMPT, FeeVat.FRENCH
    return {
        "stripe": Provider("517100", "ST"),
        "paypal": Provider("517200", "PP", balance, exempt),
        "mollie": Provider("517300", "MO"),
        "adyen": Provider("517400", "AD"),
        "shopify_payments": Provider("517500", "SH"),
        "payplug": Provider("517600", "PL", balance, french),
        "klarna": Provider("517700", "KL"),
        "alma": Provider("517800", "AL"),
        "sumup": Provider("517900", "SU"),
        "bank": Provider("512000", "BQ", balance, exempt),
        "cheque": Provider("512000", "BQ", balance, exempt),
        "store_credit": Provider("419700", "OD", balance, exempt),
        "gift_card": Provider("419100", "OD", balance, exempt),
    }


def other_provider() -> Provider:
    """A provider named neither by us nor by the shop."""
    return Provider("517000", "PR")
