"""A small month of books for the tests of formats."""

from datetime import date
from decimal import Decimal

from pipelines.domain.entries import EntryLine
from pipelines.domain.month_books import MonthBooks


def line(account, debit="0.00", credit="0.00", **values):
    usual = {
        "journal": "AV", "journal_label": "Avoirs", "number": "000001", "booked_on": date(2026, 10, 20), "account": account,
        "account_label": {"411000": "Clients", "707000": "Ventes de marchandises", "445710": "TVA collectée"}.get(account, account),
        "auxiliary": "WEB" if account == "411000" else None, "auxiliary_label": "Clients WEB" if account == "411000" else None,
        "piece": "AV-2026-000123", "piece_on": date(2026, 10, 20), "wording": "Avoir AV-2026-000123 / FA-2026-004512",
        "debit": Decimal(debit), "credit": Decimal(credit), "lettering": None, "lettered_on": None,
        "valid_on": date(2026, 10, 31), "currency_amount": None, "currency": None, "entry_id": "x",
    }  # fmt: skip
    return EntryLine(**(usual | values))


def month(*lines):
    return MonthBooks("2026-10", date(2026, 10, 31), "open", "732829320", "EUR", lines)


CREDIT_NOTE = (line("707000", "100.00"), line("445710", "20.00"), line("411000", credit="120.00"))
