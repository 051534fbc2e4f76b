"""Remboursements, Imputations, Rapprochement: the money, and what it was paired with."""

from pipelines.domain.decision_sheet import COMMENT, DECISION, KEY, PAIR_WORDS, pair_key, row_key
from pipelines.domain.month_ledger import LedgerAllocation, LedgerProof, LedgerRefund, MonthLedger
from pipelines.domain.provider_accounts import provider_name
from reports.workbook.layout import Column, Kind, Layout, Sheet, Value
from reports.workbook.words import ALLOCATION_STATUSES, LEGS, MOVEMENT_STATUSES, MOVEMENTS, PEOPLE, REFUND_STATES, RULES

GAP = f'IF(AND(D#="{MOVEMENTS["refund"]}",E#="{MOVEMENT_STATUSES["succeeded"]}"),H#-L#,0)'
REFUNDS = Layout(
    "Remboursements",
    "Une ligne par mouvement d'argent du mois chez un prestataire.",
    (
        Column("Prestataire", width=16),
        Column("Identifiant", width=28),
        Column("Date", Kind.DATE, 11),
        Column("Mouvement", width=23),
        Column("Statut", width=11),
        Column("Commande", width=16),
        Column("Devise", width=7),
        Column("Brut", Kind.MONEY, 12),
        Column("Frais", Kind.MONEY, 10, is_totalled=True),
        Column("Net", Kind.MONEY, 12, is_totalled=True),
        Column("Avoir(s)", Kind.WRAPPED, 22),
        Column("Imputé", Kind.MONEY, 12, is_totalled=True),
        Column("Écart", Kind.MONEY, 11, is_totalled=True, formula=GAP),
        Column("Versement", width=28),
        Column("État", width=19),
        Column("Fichier", width=34),
        Column("Ligne", Kind.INTEGER, 8),
    ),
    "Remboursements",
    frozen_columns=2,
)
ALLOCATIONS = Layout(
    "Imputations",
    "Une ligne par part de remboursement qui solde une part d'avoir, dans le mois de l'un ou de l'autre.",
    (
        Column("N° d'avoir", width=18),
        Column("Date d'avoir", Kind.DATE, 11),
        Column("Prestataire", width=16),
        Column("Remboursement", width=28),
        Column("Remboursé le", Kind.DATE, 12),
        Column("Devise", width=7),
        Column("Montant", Kind.MONEY, 12, is_totalled=True),
        Column("Statut", width=11),
        Column("Règle", width=27),
        Column("Pourquoi", Kind.WRAPPED, 52),
        Column("Par", width=12),
        Column(DECISION, Kind.INPUT, 15, choices=PAIR_WORDS),
        Column(COMMENT, Kind.INPUT, 24),
        Column(KEY, is_hidden=True),
    ),
    "Imputations",
    printed_columns=13,
)
PROOFS = Layout(
    "Rapprochement",
    "Une ligne par retour : le document, l'argent, les marchandises.",
    (
        Column("Ouvert le", Kind.DATE, 11),
        Column("Commande", width=16),
        Column("Retour", width=16),
        Column("N° d'avoir", width=18),
        Column("Document", Kind.STATE, 15),
        Column("Argent", Kind.STATE, 15),
        Column("Marchandises", Kind.STATE, 15),
        Column("Devise", width=7),
        Column("Crédité", Kind.MONEY, 12, is_totalled=True),
        Column("Remboursé", Kind.MONEY, 12, is_totalled=True),
        Column("Écart", Kind.MONEY, 11, is_totalled=True, formula="I#-J#"),
        Column("À rembourser avant", Kind.DATE, 13),
        Column("Jours de retard", Kind.INTEGER, 9),
        Column("Majoration due", Kind.MONEY, 11, is_totalled=True),
        Column("Explication", Kind.WRAPPED, 60),
    ),
    "Rapprochement",
)


def refunds_sheet(ledger: MonthLedger) -> Sheet:
    """The month's movements of money."""
    return Sheet(REFUNDS, [_refund(refund) for refund in ledger.refunds])


def allocations_sheet(ledger: MonthLedger) -> Sheet:
    """What settles what, and by which rule."""
    return Sheet(ALLOCATIONS, [_allocation(allocation) for allocation in ledger.allocations])


def proofs_sheet(ledger: MonthLedger) -> Sheet:
    """The three legs of each return of the month."""
    return Sheet(PROOFS, [_proof(proof) for proof in ledger.proofs])


def _refund(refund: LedgerRefund) -> list[Value]:
    return [
        provider_name(refund.provider),
        refund.refund_id,
        refund.created_on,
        MOVEMENTS.get(refund.type, refund.type),
        MOVEMENT_STATUSES.get(refund.status, refund.status),
        refund.order_reference,
        refund.currency,
        refund.gross,
        refund.fee,
        refund.net,
        refund.credit_notes,
        refund.allocated,
        refund.gap,
        refund.payout_id,
        REFUND_STATES.get(refund.state, refund.state),
        refund.source_name,
        refund.source_row,
    ]


def _allocation(allocation: LedgerAllocation) -> list[Value]:
    return [
        allocation.credit_note_number,
        allocation.issued_on,
        provider_name(allocation.provider),
        allocation.refund_id,
        allocation.refunded_on,
        allocation.currency,
        allocation.amount,
        ALLOCATION_STATUSES.get(allocation.status, allocation.status),
        RULES.get(allocation.rule, allocation.rule),
        allocation.explanation,
        PEOPLE.get(allocation.decided_by, allocation.decided_by),
        None,
        None,
        row_key(pair_key(allocation.credit_note_number, allocation.provider, allocation.refund_id)),
    ]


def _proof(proof: LedgerProof) -> list[Value]:
    return [
        proof.opened_on,
        proof.order_id,
        proof.return_id,
        proof.credit_note_number,
        LEGS.get(proof.document, proof.document),
        LEGS.get(proof.money, proof.money),
        LEGS.get(proof.goods, proof.goods),
        proof.currency,
        proof.credited,
        proof.refunded,
        proof.credited - proof.refunded,
        proof.refund_due_on,
        proof.days_late,
        proof.increase_due,
        proof.explanation,
    ]
