"""A month's ledger as it is sent to the process that writes its workbook."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

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
from pipelines.domain.packed_rows import packed, unpacked

ROWS: Mapping[str, type[tuple[Any, ...]]] = {
    "credit_notes": LedgerCreditNote,
    "rates": LedgerRate,
    "refunds": LedgerRefund,
    "proofs": LedgerProof,
    "allocations": LedgerAllocation,
    "breaks": LedgerBreak,
    "vat": LedgerVat,
    "lines": LedgerLine,
    "balances": LedgerBalance,
    "payments": LedgerPayment,
    "stock": LedgerStock,
    "controls": LedgerControl,
}


@dataclass(frozen=True, slots=True)
class PackedLedger:
    """A ledger without its rows, and these as bytes: equal ledgers are told alike."""

    bare: MonthLedger
    rows: Mapping[str, bytes]

    @classmethod
    def of(cls, ledger: MonthLedger) -> "PackedLedger":
        """A ledger packed."""
        rows = {name: packed(getattr(ledger, name)) for name in ROWS}
        return cls(replace(ledger, **dict.fromkeys(ROWS, ())), rows)  # type: ignore[arg-type]

    def ledger(self) -> MonthLedger:
        """The ledger again."""
        rows = {name: unpacked(record, self.rows[name]) for name, record in ROWS.items()}
        return replace(self.bare, **rows)  # type: ignore[arg-type]
