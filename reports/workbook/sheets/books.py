"""Journal, Grand livre, Balance, Comptes de paiement: what is posted, account by account."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from pipelines.domain.month_ledger import LedgerBalance, LedgerLine, LedgerPayment, MonthLedger
from pipelines.domain.months import first_day
from reports.workbook.layout import FIRST_ROW, Column, Kind, Layout, Sheet, Value
from reports.workbook.words import day_in_words

JOURNAL = Layout(
    "Journal",
    "Une ligne par ligne d'écriture du mois, sous les 18 colonnes du FEC.",
    (
        Column("JournalCode", width=12),
        Column("JournalLib", width=19),
        Column("EcritureNum", width=16),
        Column("EcritureDate", Kind.DATE, 12),
        Column("CompteNum", width=12),
        Column("CompteLib", width=34),
        Column("CompAuxNum", width=14),
        Column("CompAuxLib", width=14),
        Column("PieceRef", width=28),
        Column("PieceDate", Kind.DATE, 11),
        Column("EcritureLib", width=48),
        Column("Debit", Kind.SIDE, 12, is_totalled=True),
        Column("Credit", Kind.SIDE, 12, is_totalled=True),
        Column("EcritureLet", width=11),
        Column("DateLet", Kind.DATE, 11),
        Column("ValidDate", Kind.DATE, 11),
        Column("Montantdevise", Kind.SIDE, 14),
        Column("Idevise", width=8),
    ),
    "Journal",
)
LINE = attrgetter(
    "account", "account_label", "entry_date", "journal_code", "piece", "label", "lettering", "debit", "credit"
)
ACCOUNT = Column("Compte", width=11)
LABEL = Column("Intitulé", width=34)
LEDGER = Layout(
    "Grand livre",
    "Une ligne par mouvement de chaque compte, après son à-nouveau ; le solde court de ligne en ligne.",
    (
        ACCOUNT,
        LABEL,
        Column("Date", Kind.DATE, 11),
        Column("Journal", width=8),
        Column("Pièce", width=28),
        Column("Libellé", width=50),
        Column("Lettre", width=11),
        Column("Débit", Kind.SIDE, 13, is_totalled=True),
        Column("Crédit", Kind.SIDE, 13, is_totalled=True),
        Column("Solde", Kind.MONEY, 13, formula="IF(A#=A§,J§,0)+H#-I#"),
    ),
    "GrandLivre",
)
PAYMENTS = Layout(
    "Comptes de paiement",
    "Le solde de chaque compte de prestataire, expliqué ligne par ligne.",
    (
        ACCOUNT,
        LABEL,
        Column("Date", Kind.DATE, 11),
        Column("Pièce", width=28),
        Column("Ce que c'est", width=54),
        Column("Versé le", Kind.DATE, 11),
        Column("Lignes", Kind.INTEGER, 8),
        Column("Débit", Kind.SIDE, 13, is_totalled=True),
        Column("Crédit", Kind.SIDE, 13, is_totalled=True),
        Column("Solde", Kind.MONEY, 13, formula="IF(A#=A§,J§,0)+H#-I#"),
    ),
    "ComptesDePaiement",
)
NATURES = {
    "payment": "Encaissements",
    "fee": "Commissions",
    "refund": "Remboursements",
    "payout": "Versements",
    "recap": "Récapitulatifs",
    "opening": "Soldes repris",
}


def journal_sheet(ledger: MonthLedger) -> Sheet:
    """The month's entries."""
    return Sheet(JOURNAL, ledger.lines)


def ledger_sheet(ledger: MonthLedger) -> Sheet:
    """Each account's opening balance and movements."""
    by_account = sorted(ledger.lines, key=lambda line: line.account)
    lines = {account: list(found) for account, found in groupby(by_account, lambda line: line.account)}
    rows = [row for balance in ledger.balances for row in _account(balance, lines.get(balance.account, []), ledger)]
    return Sheet(LEDGER, rows)


def balance_sheet(ledger: MonthLedger) -> Sheet:
    """Opening, debit, credit and closing per account; the movements are added up from the journal's sheet."""
    last = FIRST_ROW + max(len(ledger.lines), 1) - 1
    columns = (
        ACCOUNT,
        Column("Intitulé", Kind.WRAPPED, 34),
        Column("À nouveau", Kind.MONEY, 14, is_totalled=True),
        Column("Débit", Kind.SIDE, 14, is_totalled=True, formula=_added_up("L", last)),
        Column("Crédit", Kind.SIDE, 14, is_totalled=True, formula=_added_up("M", last)),
        Column("Solde", Kind.MONEY, 14, is_totalled=True, formula="C#+D#-E#"),
    )
    grain = "Une ligne par compte : solde d'ouverture, mouvements du mois, solde de clôture (débiteur positif)."
    layout = Layout("Balance", grain, columns, "Balance", is_portrait=True)
    return Sheet(layout, [_balance(balance) for balance in ledger.balances])


def payments_sheet(ledger: MonthLedger) -> Sheet:
    """What the balance of each provider's account is made of."""
    rows: list[list[Value]] = []
    for _, parts in groupby(ledger.payments, lambda part: part.account):
        running = Decimal(0)
        for part in parts:
            running += part.debit - part.credit
            rows.append([*_payment(part), running])
    return Sheet(PAYMENTS, rows)


def _added_up(column: str, last: int) -> str:
    accounts = f"Journal!$E${FIRST_ROW}:$E${last}"
    return f"SUMIFS(Journal!${column}${FIRST_ROW}:${column}${last},{accounts},A#)"


def _balance(balance: LedgerBalance) -> list[Value]:
    closing = balance.opening + balance.debit - balance.credit
    return [balance.account, balance.account_label, balance.opening, balance.debit, balance.credit, closing]


def _account(balance: LedgerBalance, lines: list[LedgerLine], ledger: MonthLedger) -> Iterator[list[Value]]:
    running, first = balance.opening, first_day(ledger.month)
    debit, credit = max(running, Decimal(0)), max(-running, Decimal(0))
    label = f"À nouveau au {day_in_words(first)}"
    yield [balance.account, balance.account_label, first, None, None, label, None, debit, credit, running]
    for line in lines:
        running += line.debit - line.credit
        yield [*LINE(line), running]


def _payment(part: LedgerPayment) -> list[Value]:
    return [
        part.account,
        part.account_label,
        part.entry_date,
        part.piece,
        _what(part),
        part.paid_on,
        part.lines,
        part.debit,
        part.credit,
    ]


def _what(part: LedgerPayment) -> str | None:
    nature = NATURES.get(part.nature or "", part.nature or "")
    match part.standing:
        case "earlier":
            return "Soldé par les versements des mois précédents"
        case "paid":
            return _paid(part)
        case "before":
            return f"{nature} d'avant le mois, non soldés"
        case "day":
            return f"{nature} du jour, sans versement connu"
        case _:
            return part.label


def _paid(part: LedgerPayment) -> str:
    """A payout beside what it is made of."""
    return "Soldé par ce versement" if part.debit == part.credit else "Versement qui n'égale pas ses mouvements"
