"""Synthèse: one page to print. Totals, what waits for a decision, control totals; every figure is a live formula."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pipelines.domain.month_ledger import MonthLedger
from pipelines.domain.months import month_words
from reports.workbook.layout import FIRST_ROW, Cell, Column, Kind, Layout, Sheet, Value
from reports.workbook.sheets.adding import counted, oldest, summed
from reports.workbook.words import CONTROL_STATES, MONTH_STATES, day_in_words

LAYOUT = Layout(
    "Synthèse",
    "Le mois en une page.",
    (
        Column("", width=62),
        Column("", Kind.INTEGER, 12),
        Column("", Kind.MONEY, 15),
        Column("", Kind.MONEY, 15),
        Column("", Kind.MONEY, 15),
        Column("", Kind.STATE, 16),
    ),
    is_portrait=True,
)
WIDTH = len(LAYOUT.columns)
BLANK = [Cell(look="text plain")] * WIDTH
Line = list[Cell]


def summary_sheet(ledger: MonthLedger, sheets: Sequence[Sheet]) -> Sheet:
    """The page, from the ledger and the sheets it adds up."""
    named = {sheet.layout.name: sheet for sheet in sheets}
    parts = (_heading(ledger), _documents(named), _money(named), _vat(named), _queues(sheets), _accounts(named))
    lines = [line for part in parts for line in part]
    return Sheet(LAYOUT, lines=[*lines, *_controls(ledger), *_visa()])


def _heading(ledger: MonthLedger) -> Iterator[Line]:
    identity = ledger.shop.identity
    siren = f" · SIREN {identity.siren}" if identity.siren else ""
    state = MONTH_STATES.get(ledger.state, ledger.state)
    yield [Cell(f"Grand livre des retours · {month_words(ledger.month)}", "heading")]
    who = identity.legal_name or identity.name
    yield [Cell(f"{who}{siren} · arrêté au {day_in_words(ledger.until)} · mois {state}", "note")]
    yield from _holes(ledger)
    yield BLANK


def _holes(ledger: MonthLedger) -> Iterator[Line]:
    """What no export told, before any total: these days are unknown, not empty."""
    holes = [found for found in ledger.breaks if found.kind == "coverage_hole" and found.status == "open"]
    told = [f"Données manquantes : {hole.expected}" for hole in holes]
    for words in [*told, "Les totaux de cette page ignorent ces jours : ils sont inconnus, pas nuls."] if told else []:
        yield [Cell(words, "alarm")] + [Cell(look="alarm")] * (WIDTH - 1)


def _documents(named: dict[str, Sheet]) -> Iterator[Line]:
    notes = named["Avoirs"]
    yield _section("Avoirs émis", "Nombre", "HT", "TVA", "TTC", "Reste dû")
    for settlement, currency in _pairs(notes, "Règlement", "Devise"):
        where = {"Règlement": settlement, "Devise": currency}
        amounts = [summed(notes, title, **where) for title in ("HT", "TVA", "TTC", "Reste")]
        yield [Cell(f"{settlement} ({currency})"), counted(notes, **where), *amounts]
    yield from _total(notes, "HT", "TVA", "TTC", "Reste")
    yield BLANK


def _money(named: dict[str, Sheet]) -> Iterator[Line]:
    refunds = named["Remboursements"]
    yield _section("Mouvements chez les prestataires", "Nombre", "Brut", "Frais", "Imputé", "")
    for movement, currency in _pairs(refunds, "Mouvement", "Devise"):
        where = {"Mouvement": movement, "Devise": currency}
        amounts = [summed(refunds, title, **where) for title in ("Brut", "Frais", "Imputé")]
        yield [Cell(f"{movement} ({currency})"), counted(refunds, **where), *amounts, Cell()]
    yield BLANK


def _vat(named: dict[str, Sheet]) -> Iterator[Line]:
    vat = named["TVA"]
    yield _section("TVA rendue par les avoirs", "Lignes", "Base HT", "TVA", "TTC", "")
    for regime, currency in _pairs(vat, "Régime", "Devise"):
        where = {"Régime": regime, "Devise": currency}
        amounts = [summed(vat, title, **where) for title in ("Base HT", "TVA", "TTC")]
        yield [Cell(f"{regime} ({currency})"), counted(vat, **where), *amounts, Cell()]
    yield from _total(vat, "Base HT", "TVA", "TTC")
    yield BLANK


def _queues(sheets: Sequence[Sheet]) -> Iterator[Line]:
    yield _section("Ce qui attend une décision", "Nombre", "Montant", "TVA en jeu", "Âge maximal", "")
    for sheet in sheets:
        if sheet.layout.columns[0].title == "Écart":
            where = {"Statut": "À traiter"}
            amounts = [summed(sheet, "Montant", **where), summed(sheet, "TVA en jeu", **where)]
            yield [Cell(sheet.layout.name), counted(sheet, **where), *amounts, oldest(sheet), Cell()]
    yield BLANK


def _accounts(named: dict[str, Sheet]) -> Iterator[Line]:
    balance = named["Balance"]
    yield _section("Balance", "Comptes", "Débit", "Crédit", "Écart", "Résultat")
    debit, credit = summed(balance, "Débit"), summed(balance, "Crédit")
    gap = _amount(debit) - _amount(credit)
    difference = Cell(gap, "money", f"{debit.formula}-{credit.formula}")
    state = "✗ diffère" if gap else "✓ juste"
    formula = f'IF(ROUND({debit.formula}-{credit.formula},2)=0,"✓ juste","✗ diffère")'
    yield [Cell("Mouvements du mois"), counted(balance), debit, credit, difference, Cell(state, "state", formula)]
    yield BLANK


def _controls(ledger: MonthLedger) -> Iterator[Line]:
    yield _section("Contrôles", "N°", "Premier total", "Second total", "Différence", "Résultat")
    for row, control in enumerate(ledger.controls, FIRST_ROW):
        state = CONTROL_STATES.get(control.state, control.state)
        difference: Value = control.difference if control.difference is not None else ""
        yield [
            Cell(control.name, "label wrapped"),
            Cell(control.number, "integer"),
            Cell(control.left, "money"),
            Cell(control.right, "money"),
            Cell(difference, "money", f'IF(Contrôles!E{row}="","",Contrôles!E{row})'),
            Cell(state, "state", f"Contrôles!F{row}"),
        ]
    yield BLANK


def _visa() -> Iterator[Line]:
    yield _section("Visa", "", "", "", "", "")
    for words in ("Préparé par, le :", "Approuvé par, le :"):
        yield [Cell(words, "visa")] + [Cell(look="visa")] * (WIDTH - 1)


def _total(sheet: Sheet, *titles: str) -> Iterator[Line]:
    """All of a sheet on one line; amounts of several currencies do not add up to anything."""
    if len(_pairs(sheet, "Devise")) == 1:
        amounts = [summed(sheet, title) for title in titles]
        bold = [replace(cell, look="money strong") for cell in amounts] + [Cell(look="strong")] * (
            WIDTH - 2 - len(titles)
        )
        yield [Cell("Total", "strong"), replace(counted(sheet), look="integer strong"), *bold]


def _section(*titles: str) -> Line:
    looks = [
        "section",
        *["section right"] * (WIDTH - 2),
        "section right" if titles[-1] == "Reste dû" else "section center",
    ]
    return [Cell(title, look) for title, look in zip(titles, looks, strict=True)]


def _pairs(sheet: Sheet, *titles: str) -> list[tuple[str, ...]]:
    """The distinct values of some columns, in alphabetical order."""
    positions = [sheet.layout.position(title) for title in titles]
    return sorted({tuple(str(row[position]) for position in positions) for row in sheet.rows})


def _amount(cell: Cell) -> Decimal:
    return Decimal(str(cell.value))
