"""Avoirs: one row per credit note, its VAT by rate, what was paid back, the link to its PDF."""

from collections.abc import Mapping
from decimal import Decimal

from pipelines.domain.month_ledger import LedgerCreditNote, MonthLedger
from pipelines.domain.numbering import file_name
from reports.workbook.layout import Column, Kind, Layout, Sheet, Value, letter
from reports.workbook.words import CREDIT_NOTE_STATES, NATURES, SETTLEMENTS, day_in_words

FIRST = (
    Column("N° d'avoir", width=17),
    Column("Date", Kind.DATE, 11),
    Column("Fichier", is_hidden=True),
    Column("PDF", Kind.LINK, 5, formula='HYPERLINK("avoirs/"&C#&".pdf","PDF")'),
    Column("Facture(s) d'origine", Kind.WRAPPED, 32),
    Column("Commande", width=12),
    Column("Client", width=12),
    Column("Pays", width=7),
    Column("Nature", width=16),
    Column("Motif", Kind.WRAPPED, 20),
    Column("Règlement", width=15),
    Column("Devise", width=7),
    Column("HT", Kind.MONEY, 12, is_totalled=True),
    Column("TVA", Kind.MONEY, 11, is_totalled=True),
    Column("TTC", Kind.MONEY, 12, is_totalled=True),
)
GROSS = letter(len(FIRST) - 1)
REFUNDED, KEPT, STATE = (letter(len(FIRST) + rank) for rank in (0, 1, 4))
SETTLEMENT = letter(len(FIRST) - 5)
IN_MONEY = f'OR({SETTLEMENT}#="Remboursement",{SETTLEMENT}#="À établir")'
STILL = f'{STATE}#<>"Passé en perte",{STATE}#<>"Annulé"'
REMAINING = f"IF(AND({IN_MONEY},{STILL}),{GROSS}#-{REFUNDED}#-{KEPT}#,0)"
LAST = (
    Column("Remboursé", Kind.MONEY, 12, is_totalled=True),
    Column("Retenu", Kind.SIDE, 10, is_totalled=True),
    Column("Reste", Kind.MONEY, 11, is_totalled=True, formula=REMAINING),
    Column("Réglé depuis", Kind.DATE, 11),
    Column("État", width=15),
)


def credit_notes_sheet(ledger: MonthLedger) -> Sheet:
    """The month's credit notes."""
    rates = sorted({rate.vat_rate for rate in ledger.rates}, reverse=True)
    layout = Layout(
        "Avoirs",
        "Une ligne par avoir émis dans le mois.",
        FIRST + LAST + _rate_columns(rates),
        "Avoirs",
        printed_columns=len(FIRST + LAST),
    )
    by_rate = {(rate.credit_note_number, rate.vat_rate): rate for rate in ledger.rates}
    words = {code: reason.words for code, reason in ledger.shop.reasons.items()}
    rows = [_row(note, words) + _rates(note, rates, by_rate) for note in ledger.credit_notes]
    return Sheet(layout, rows)


def _rate_columns(rates: list[Decimal]) -> tuple[Column, ...]:
    names = [f"{rate.normalize():f}".replace(".", ",") for rate in rates]
    pairs = [(f"HT à {name} %", f"TVA à {name} %") for name in names]
    return tuple(Column(title, Kind.SIDE, 12, is_totalled=True) for pair in pairs for title in pair)


def _row(note: LedgerCreditNote, reasons: Mapping[str, str]) -> list[Value]:
    return [
        note.credit_note_number,
        note.issued_on,
        file_name(note.credit_note_number),
        "PDF",
        _origins(note),
        note.order_id,
        note.customer,
        note.country,
        NATURES.get(note.nature, note.nature),
        reasons.get(note.reason_code or "", note.reason_code),
        SETTLEMENTS.get(note.settlement, note.settlement),
        note.currency,
        note.net,
        note.vat,
        note.gross,
        note.refunded,
        note.kept,
        note.remaining,
        note.settled_on,
        CREDIT_NOTE_STATES.get(note.state, note.state),
    ]


def _origins(note: LedgerCreditNote) -> str:
    return " ; ".join(f"{origin['number']} du {_day(origin['issued_on'])}" for origin in note.origin_invoices)


def _day(value: object) -> str:
    return day_in_words(value) if hasattr(value, "strftime") else "date inconnue"  # type: ignore[arg-type]


def _rates(note: LedgerCreditNote, rates: list[Decimal], found: Mapping[tuple[str, Decimal], object]) -> list[Value]:
    pairs = [found.get((note.credit_note_number, rate)) for rate in rates]
    return [getattr(pair, name, None) for pair in pairs for name in ("net", "vat")]
