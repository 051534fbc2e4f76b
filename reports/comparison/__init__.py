"""The comparison of the firm's FEC with what we prove, as a workbook: in all, by account, line by line."""

from collections.abc import Iterator
from dataclasses import astuple
from decimal import Decimal

from pipelines.domain.comparison import ComparedAccount, Comparison, Finding, FindingKind
from reports.workbook import rendered
from reports.workbook.layout import Cell, Column, Kind, Layout, Sheet, Value
from reports.workbook.sheets.adding import counted, summed
from reports.workbook.words import day_in_words

KINDS = {
    FindingKind.NEVER_BOOKED: "Avoir jamais comptabilisé",
    FindingKind.BOOKED_TWICE: "Avoir comptabilisé deux fois",
    FindingKind.AMOUNT_DIFFERS: "Avoir comptabilisé pour un autre montant",
    FindingKind.VAT_OVER_DECLARED: "TVA d'un avoir différente",
    FindingKind.STORE_CREDIT_NOT_BOOKED: "Bon d'achat absent du 4197",
    FindingKind.REFUND_NEVER_BOOKED: "Remboursement jamais comptabilisé",
    FindingKind.REFUND_AS_EXPENSE: "Remboursement passé en charge",
    FindingKind.RETURN_WITHOUT_CREDIT_NOTE: "Vente reprise sans avoir connu",
}
SUMMARY = Layout(
    "Comparaison",
    "Ce qui diffère, en tout.",
    (
        Column("", width=52),
        Column("", Kind.INTEGER, 12),
        Column("", Kind.MONEY, 20),
        Column("", Kind.MONEY, 22),
    ),
    is_portrait=True,
)
FINDINGS = Layout(
    "Différences",
    "Une ligne par différence entre le FEC du cabinet et les documents de la boutique.",
    (
        Column("Différence", Kind.WRAPPED, 30),
        Column("Document", Kind.WRAPPED, 26),
        Column("Date", Kind.DATE, 11),
        Column("Compte", width=9),
        Column("Écritures du FEC", Kind.WRAPPED, 26),
        Column("Lettrage", Kind.MONEY, 13, is_totalled=True),
        Column("FEC", Kind.MONEY, 13, is_totalled=True),
        Column("En jeu", Kind.MONEY, 13, is_totalled=True, formula="F#-G#"),
        Column("TVA déclarée en trop", Kind.SIDE, 14, is_totalled=True),
    ),
    "Differences",
)
ACCOUNTS = Layout(
    "Comptes",
    "Une ligne par racine : ce que nos documents y passent, ce que le FEC y passe pour eux, puis en tout.",
    (
        Column("Compte", width=9),
        Column("Débit Lettrage", Kind.SIDE, 15, is_totalled=True),
        Column("Crédit Lettrage", Kind.SIDE, 15, is_totalled=True),
        Column("Débit FEC", Kind.SIDE, 15, is_totalled=True),
        Column("Crédit FEC", Kind.SIDE, 15, is_totalled=True),
        Column("Écart de solde", Kind.MONEY, 15, is_totalled=True, formula="(D#-E#)-(B#-C#)"),
        Column("Débit du FEC entier", Kind.SIDE, 16, is_totalled=True),
        Column("Crédit du FEC entier", Kind.SIDE, 16, is_totalled=True),
    ),
    "Comptes",
)
BLANK = [Cell(look="text plain")] * len(SUMMARY.columns)


def comparison_workbook(comparison: Comparison) -> bytes:
    """The workbook: the same comparison gives the same bytes."""
    findings = Sheet(FINDINGS, [_finding(finding) for finding in comparison.findings])
    accounts = Sheet(ACCOUNTS, [_account(account) for account in comparison.accounts])
    summary = Sheet(SUMMARY, lines=list(_summary(comparison, findings)))
    title = f"Comparaison avec {comparison.name}"
    return rendered([summary, findings, accounts], comparison.shop, title, comparison.last)


def _summary(comparison: Comparison, findings: Sheet) -> Iterator[list[Cell]]:
    days = f"du {day_in_words(comparison.first)} au {day_in_words(comparison.last)}"
    yield [Cell("Comparaison avec le FEC du cabinet", "heading")]
    yield [Cell(f"{comparison.shop} · {comparison.name} · {days} · {comparison.lines} lignes", "note")]
    yield BLANK
    titles = ("Différence", "Nombre", "En jeu", "TVA déclarée en trop")
    looks = ("section", *["section right"] * 3)
    yield [Cell(title, look) for title, look in zip(titles, looks, strict=True)]
    for words in KINDS.values():
        where = {"Différence": words}
        figures = [summed(findings, title, **where) for title in ("En jeu", "TVA déclarée en trop")]
        yield [Cell(words), counted(findings, **where), *figures]
    over = summed(findings, "TVA déclarée en trop")
    yield [Cell("En tout", "strong"), counted(findings), summed(findings, "En jeu"), over]


def _finding(finding: Finding) -> list[Value]:
    return [KINDS[FindingKind(finding.kind)], *astuple(finding)[1:]]


def _account(account: ComparedAccount) -> list[Value]:
    root, our_debit, our_credit, their_debit, their_credit, *whole = astuple(account)
    gap: Decimal = (their_debit - their_credit) - (our_debit - our_credit)
    return [root, our_debit, our_credit, their_debit, their_credit, gap, *whole]
