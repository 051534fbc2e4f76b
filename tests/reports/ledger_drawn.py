"""A drawn month: one record of each kind, and as many more as a test asks for."""

from datetime import date
from decimal import Decimal

from pipelines.domain.month_ledger import (
    LedgerAllocation,
    LedgerBalance,
    LedgerBreak,
    LedgerControl,
    LedgerCreditNote,
    LedgerLine,
    LedgerPayment,
    LedgerProof,
    LedgerRate,
    LedgerRefund,
    LedgerStock,
    LedgerVat,
    MonthLedger,
)
from pipelines.domain.shop import Shop

D = Decimal
DAY = date(2026, 10, 20)
DUE = date(2026, 11, 3)


def credit_note(number: str = "AV-2026-000123", order: str = "1001", **other) -> LedgerCreditNote:
    values = {
        "credit_note_number": number,
        "issued_on": DAY,
        "origin_invoices": [{"number": "FA-2026-004512", "issued_on": date(2026, 10, 2)}],
        "order_id": order,
        "customer": "C-1A2B3C4D",
        "country": "FR",
        "nature": "return",
        "reason_code": "too_small",
        "settlement": "refund",
        "currency": "EUR",
        "net": D("120.00"),
        "vat": D("24.00"),
        "gross": D("144.00"),
        "refunded": D("100.00"),
        "kept": D("0.00"),
        "settled_on": None,
        "state": "part_settled",
        "numbered_by": "lettrage",
    }
    return LedgerCreditNote(**{**values, **other})


def finding(kind: str = "refund_under", key: str = "refund_under|AV-2026-000123", **other) -> LedgerBreak:
    values = {
        "break_id": key,
        "kind": kind,
        "opened_on": DAY,
        "age_days": 11,
        "credit_note_number": "AV-2026-000123",
        "provider": "stripe",
        "refund_id": "re_1",
        "order_id": "1001",
        "sku": None,
        "payout_id": None,
        "currency": "EUR",
        "amount": D("44.00"),
        "vat_at_stake": D("7.33"),
        "expected": "avoir 144,00 €",
        "found": "remboursement 100,00 €",
        "action": "rembourser 44,00 €",
        "status": "open",
        "owner": None,
        "comment": None,
    }
    return LedgerBreak(**{**values, **other})


def journal_line(account: str, debit: str, credit: str, number: str = "AV1", **other) -> LedgerLine:
    values = {
        "journal_code": "AV",
        "journal_label": "Avoirs",
        "entry_number": number,
        "entry_date": DAY,
        "account": account,
        "account_label": f"Compte {account}",
        "auxiliary": None,
        "auxiliary_label": None,
        "piece": "AV-2026-000123",
        "piece_date": DAY,
        "label": "Avoir AV-2026-000123",
        "debit": D(debit),
        "credit": D(credit),
        "lettering": None,
        "lettered_on": None,
        "valid_on": date(2026, 10, 31),
        "currency_amount": None,
        "currency": None,
    }
    return LedgerLine(**{**values, **other})


def lines(count: int = 1) -> list[LedgerLine]:
    """`count` credit notes, each posted on three lines."""
    return [
        line
        for number in range(count)
        for line in (
            journal_line("707000", "120.00", "0.00", f"AV{number}"),
            journal_line("445710", "24.00", "0.00", f"AV{number}"),
            journal_line("411000", "0.00", "144.00", f"AV{number}"),
        )
    ]


def ledger(**other) -> MonthLedger:
    """October 2026 of a shop with one return refunded in part; `other` replaces whole sheets."""
    values = {
        "shop": Shop(),
        "month": "2026-10",
        "until": date(2026, 10, 31),
        "state": "open",
        "credit_notes": [credit_note()],
        "rates": [LedgerRate("AV-2026-000123", D("20.00"), D("120.00"), D("24.00"))],
        "refunds": [
            LedgerRefund(
                "stripe", "re_1", "refund", "succeeded", DAY, "1001", "EUR", D("100.00"), D("0.25"), D("-100.25"),
                "AV-2026-000123", D("100.00"), "po_1", "matched", "stripe.csv", 2,
            )
        ],
        "proofs": [
            LedgerProof(
                "P1", DAY, "1001", "R1", "AV-2026-000123", "present", "missing", "not_observed", "EUR", D("144.00"),
                D("100.00"), DUE, 0, None, "remboursé 44,00 € de moins que l'avoir",
            )
        ],
        "allocations": [
            LedgerAllocation(
                "AV-2026-000123", DAY, "stripe", "re_1", DAY, "EUR", D("100.00"), "identifier", "confirmed",
                "le remboursement porte le numéro de l'avoir", "rule",
            )
        ],
        "breaks": [finding()],
        "vat": [LedgerVat("FR", D("20.00"), "2026-T4", "EUR", 1, D("120.00"), D("24.00"), D("144.00"))],
        "lines": lines(),
        "balances": [
            LedgerBalance("411000", "Clients", D("0.00"), D("0.00"), D("144.00")),
            LedgerBalance("445710", "TVA collectée", D("-10.00"), D("24.00"), D("0.00")),
            LedgerBalance("707000", "Ventes de marchandises", D("10.00"), D("120.00"), D("0.00")),
        ],
        "payments": [
            LedgerPayment("517100", "Stripe", "earlier", None, DAY, None, None, None, 4, D("0.00"), D("80.00")),
            LedgerPayment("517100", "Stripe", "standing", None, DAY, "re_1", "Remb. 1001", None, 1, D("0.00"), D("100.00")),
        ],
        "stock": [
            LedgerStock(
                "TSHIRT-M", "principal", D("10.000"), D("0.000"), D("1.000"), D("-3.000"), D("0.000"), D("8.000"),
                D("5.500000"), D("44.00"), D("7.000"), D("1.000"), D("2.000"), D("11.00"), D("5.50"), D("1.000"), D("5.50"),
            )
        ],
        "controls": [
            LedgerControl(2, "Avoirs TTC = HT + TVA", D("144.00"), D("144.00"), D("0.00"), "ties", "20 %"),
            LedgerControl(3, "Avoirs = imputés + ouverts", D("144.00"), D("100.00"), D("44.00"), "differs", ""),
            LedgerControl(8, "Stock", None, None, None, "not_observed", "aucun fichier de stock"),
        ],
    }  # fmt: skip
    return MonthLedger(**{**values, **other})


EMPTY = {
    name: [] for name in ("credit_notes", "rates", "refunds", "proofs", "allocations", "breaks", "vat", "lines", "balances",
                          "payments", "stock", "controls")
}  # fmt: skip
