"""Sections [books], [accounts] and [series]: what is posted, to which accounts, and how documents are numbered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Books:
    """What we post; off where a bank feed or the accounting software already does (law.md §3)."""

    credit_notes: bool = True
    refunds: bool = True
    sales: bool = False
    collections: bool = False
    fees: bool = False
    payouts: bool = False
    stock: bool = False
    daily_recap: bool = False
    auxiliaries: str = "channel"


@dataclass(frozen=True, slots=True)
class Accounts:
    """The account plan (PCG 2026, law.md §3.1)."""

    customers: str = "411000"
    doubtful_customers: str = "416000"
    store_credits: str = "419700"
    credit_notes_to_issue: str = "419800"
    vat_collected: str = "445710"
    vat_deductible: str = "445660"
    vat_reverse_charge: str = "445200"
    vat_to_regularise: str = "445870"
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
    rounding_loss: str = "658800"
    rounding_gain: str = "758800"
    bad_debts: str = "654100"
    exchange_loss: str = "656000"
    exchange_gain: str = "756000"


@dataclass(frozen=True, slots=True)
class Series:
    """How Lettrage numbers the credit notes it issues: `{year}` and `{number}`, at most 35 characters."""

    credit_notes: str = "AV-{year}-{number:06d}"
