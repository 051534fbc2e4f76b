"""The three queues: what does not add up, why, for how long, and the columns where a person decides."""

from collections.abc import Sequence

from pipelines.domain.decision_sheet import BREAK_WORDS, COMMENT, DECISION, KEY, OWNER, PRECISION, row_key
from pipelines.domain.month_ledger import LedgerBreak, MonthLedger
from pipelines.domain.provider_accounts import provider_name
from reports.workbook.layout import Column, Kind, Layout, Sheet, Value
from reports.workbook.words import BREAK_STATUSES, BREAKS

UNREFUNDED, UNCREDITED = "credit_note_without_refund", "refund_without_credit_note"
COLUMNS = (
    Column("Écart", Kind.WRAPPED, 22),
    Column("Ouvert le", Kind.DATE, 11),
    Column("Âge (jours)", Kind.INTEGER, 8),
    Column("N° d'avoir", width=17),
    Column("Prestataire", width=13),
    Column("Remboursement", Kind.WRAPPED, 18),
    Column("Commande", width=11),
    Column("Article", width=11),
    Column("Devise", width=7),
    Column("Montant", Kind.MONEY, 10, is_totalled=True),
    Column("TVA en jeu", Kind.MONEY, 9, is_totalled=True),
    Column("Attendu", Kind.WRAPPED, 20),
    Column("Constaté", Kind.WRAPPED, 20),
    Column("Proposition", Kind.WRAPPED, 20),
    Column("Statut", width=9),
    Column(DECISION, Kind.INPUT, 15, choices=tuple(BREAK_WORDS)),
    Column(PRECISION, Kind.INPUT, 15),
    Column(COMMENT, Kind.INPUT, 24),
    Column(OWNER, Kind.INPUT, 12),
    Column(KEY, is_hidden=True),
)
QUEUES = (
    (
        "Avoirs sans remboursement",
        "AvoirsSansRemboursement",
        "Une ligne par avoir dont le remboursement est en retard.",
    ),
    ("Remboursements sans avoir", "RemboursementsSansAvoir", "Une ligne par remboursement dont l'avoir est en retard."),
    ("Écarts", "Ecarts", "Une ligne par chose qui ne s'accorde pas."),
)


def queue_sheets(ledger: MonthLedger) -> list[Sheet]:
    """Credit notes without refund, refunds without credit note, everything else."""
    first = [found for found in ledger.breaks if found.kind == UNREFUNDED]
    second = [found for found in ledger.breaks if found.kind == UNCREDITED]
    others = [found for found in ledger.breaks if found.kind not in {UNREFUNDED, UNCREDITED}]
    return [_sheet(*queue, found) for queue, found in zip(QUEUES, (first, second, others), strict=True)]


def _sheet(name: str, table: str, grain: str, found: Sequence[LedgerBreak]) -> Sheet:
    return Sheet(Layout(name, grain, COLUMNS, table, printed_columns=len(COLUMNS) - 1), [_row(item) for item in found])


def _row(item: LedgerBreak) -> list[Value]:
    return [
        BREAKS.get(item.kind, item.kind),
        item.opened_on,
        item.age_days,
        item.credit_note_number,
        item.provider and provider_name(item.provider),
        item.refund_id,
        item.order_id,
        item.sku,
        item.currency,
        item.amount,
        item.vat_at_stake,
        item.expected,
        item.found,
        item.action,
        BREAK_STATUSES.get(item.status, item.status),
        None,
        None,
        item.comment,
        item.owner,
        row_key(item.break_id),
    ]
