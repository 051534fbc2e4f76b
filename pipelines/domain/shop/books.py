"""Sections [books], [accounts] and [series]: what is posted, to which accounts, and how documents are numbered."""

from dataclasses import dataclass
from enum import StrEnum


class Auxiliaries(StrEnum):
    """One auxiliary account of 411 per sales channel, or per customer under a pseudonym."""

    CHANNEL = "channel"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Books:
    """What we post; off where a bank feed or the accounting software already does.

    `exchange_rates` holds the booking rates of foreign currencies, as in `"USD 0.92"`: one dollar is 0.92 of ours.
    `exports` names the formats written every night beside FEC, hledger and beancount.
    """

    credit_notes: bool = True
    refunds: bool = True
    sales: bool = False
    collections: bool = False
    fees: bool = False
    payouts: bool = False
    stock: bool = False
    daily_recap: bool = False
    cut_off: bool = False
    carriage: bool = False
    supplier_claims: bool = False
    write_downs: bool = False
    gift_cards_lapse_months: int = 0
    bad_debt_vat: bool = False
    auxiliaries: Auxiliaries = Auxiliaries.CHANNEL
    sales_journal: str = "VE"
    credit_notes_journal: str = "AV"
    bank_journal: str = "BQ"
    other_journal: str = "OD"
    exchange_rates: tuple[str, ...] = ()
    exports: tuple[str, ...] = ("cegid", "quadra", "ebp", "sage", "pennylane")


@dataclass(frozen=True, slots=True)
class Accounts:
    """The account plan (PCG 2026)."""

    customers: str = "411000"
    doubtful_customers: str = "416000"
    store_credits: str = "419700"
    credit_notes_to_issue: str = "419800"
    vat_collected: str = "445710"
    vat_deductible: str = "445660"
    vat_reverse_charge: str = "445200"
    vat_to_regularise: str = "445870"
    gift_cards: str = "419100"
    suppliers: str = "401000"
    supplier_claims: str = "409800"
    purchases: str = "607000"
    stock_write_down: str = "397000"
    write_down_charge: str = "681730"
    write_down_release: str = "781730"
    lapsed_gift_cards: str = "758000"
    suspense: str = "471000"
    bank: str = "512000"
    transfers: str = "580000"
    stock: str = "370000"
    stock_change: str = "603700"
    sales: str = "707000"
    shipping: str = "708500"
    rebates: str = "709700"
    carriage: str = "624200"
    provider_fees: str = "627800"
    penalties: str = "658100"
    rounding_loss: str = "658900"
    rounding_gain: str = "758900"
    bad_debts: str = "654100"
    exchange_loss: str = "656000"
    exchange_gain: str = "756000"
    one_stop_shop_sales: str = "707OSS{country}{rate}"
    one_stop_shop_vat: str = "4457OSS{country}{rate}"


@dataclass(frozen=True, slots=True)
class Series:
    """How Lettrage numbers the credit notes it issues: `{year}` and `{number}`, at most 35 characters."""

    credit_notes: str = "AV-{year}-{number:06d}"
    counter_documents: str = "AVC-{year}-{number:06d}"
