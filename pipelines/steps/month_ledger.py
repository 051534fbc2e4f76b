"""Reads one month's ledger from the warehouse, a record per row of each sheet of the workbook."""

from collections.abc import Sequence
from datetime import date

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
from pipelines.domain.months import first_day, last_day
from pipelines.domain.shop import Shop
from pipelines.domain.vat_return import VatAmount
from pipelines.warehouse import Warehouse


def month_ledger(
    warehouse: Warehouse, shop: Shop, month: str, as_of: date, returns: Sequence[VatAmount]
) -> MonthLedger:
    """The ledger of `month` (`YYYY-MM`) as seen at the end of `as_of`, or of the month when it is over.

    `returns` is what its VAT return is made of.
    """
    until = min(as_of, last_day(month))
    days = {"first": first_day(month), "until": until}
    return MonthLedger(
        shop=shop,
        month=month,
        until=until,
        state=_state(warehouse, month),
        credit_notes=warehouse.records(LedgerCreditNote, "out/ledger_credit_notes", siren=shop.identity.siren, **days),
        rates=warehouse.records(LedgerRate, "out/ledger_rates", **days),
        refunds=warehouse.records(LedgerRefund, "out/ledger_refunds", **days),
        proofs=warehouse.records(LedgerProof, "out/ledger_proofs", **days),
        allocations=warehouse.records(LedgerAllocation, "out/ledger_allocations", **days),
        breaks=warehouse.records(LedgerBreak, "out/ledger_breaks", **days),
        vat=warehouse.records(LedgerVat, "out/ledger_vat", country=shop.identity.country, **days),
        returns=returns,
        lines=warehouse.records(LedgerLine, "out/ledger_lines", month=month),
        balances=warehouse.records(LedgerBalance, "out/ledger_balances", month=month),
        payments=warehouse.records(
            LedgerPayment, "out/ledger_payment_accounts", month=month, bank=shop.accounts.bank, **days
        ),
        stock=warehouse.records(LedgerStock, "out/ledger_stock", **days),
        controls=warehouse.records(LedgerControl, "out/ledger_controls", month=month),
    )


def _state(warehouse: Warehouse, month: str) -> str:
    rows = warehouse.rows("out/ledger_state", month=month)
    return str(rows[0][0]) if rows else "open"
