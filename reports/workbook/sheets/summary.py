"""Synthèse: one page to print. Totals, what waits for a decision, control totals; every figure is a live formula."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipelines.domain.month_ledger import MonthLedger
from reports.workbook.layout import FIRST_ROW, Cell, Column, Kind, Layout, Sheet, letter, quoted
from reports.workbook.words import CONTROL_STATES, MONTH_STATES, day_in_words, month_in_words

LAYOUT = Layout(
    "Synthèse",
    "Le mois en une page.",
    (
        Column("", width=46),
        Column("", Kind.INTEGER, 12),
        Column("", Kind.MONEY, 16),
        Column("", Kind.MONEY, 16),
        Column("", Kind.MONEY, 16),
        Column("", Kind.STATE, 15),
    ),
    is_portrait=True,
)
BLANK = [Cell(look="text")] * 6


def summary_sheet(ledger: MonthLedger, sheets: Sequence[Sheet]) -> Sheet:
    """The page, from the ledger and the sheets it adds up."""
    by_name = {sheet.layout.name: sheet for sheet in sheets}
    lines = [*_heading(ledger), *_totals(by_name), *_queues(sheets), *_controls(ledger)]
    return Sheet(LAYOUT, lines=lines)


def _heading(ledger: MonthLedger) -> Iterator[list[Cell]]:
    identity = ledger.shop.identity
    who = identity.legal_name or identity.name
    siren = f" · SIREN {identity.siren}" if identity.siren else ""
    yield [Cell(f"Grand livre des retours · {month_in_words(ledger.month)}", "heading")]
    state = MONTH_STATES.get(ledger.state, ledger.state)
    yield [Cell(f"{who}{siren} · arrêté au {day_in_words(ledger.until)} · mois {state}", "note")]
    yield BLANK


def _totals(by_name: dict[str, Sheet]) -> Iterator[list[Cell]]:
    yield _section("Le mois", "Nombre", "HT", "TVA", "TTC")
    notes, refunds = by_name["Avoirs"], by_name["Remboursements"]
    yield [Cell("Avoirs émis"), _count(notes), _sum(notes, "HT"), _sum(notes, "TVA"), _sum(notes, "TTC"), Cell()]
    rest = [Cell(), Cell(), _sum(notes, "Reste"), Cell()]
    yield [Cell("Avoirs restant à solder"), Cell(), *rest]
    yield BLANK
    yield _section("L'argent", "Nombre", "Brut", "Frais", "Net")
    money = [_sum(refunds, title) for title in ("Brut", "Frais", "Net")]
    yield [Cell("Mouvements chez les prestataires"), _count(refunds), *money, Cell()]
    yield BLANK


def _queues(sheets: Sequence[Sheet]) -> Iterator[list[Cell]]:
    yield _section("Ce qui attend une décision", "Nombre", "Montant", "TVA en jeu", "Le plus ancien (jours)")
    for sheet in sheets:
        if sheet.layout.columns[0].title == "Écart":
            yield [
                Cell(sheet.layout.name),
                _count(sheet),
                _sum(sheet, "Montant"),
                _sum(sheet, "TVA en jeu"),
                _oldest(sheet),
                Cell(),
            ]
    yield BLANK


def _controls(ledger: MonthLedger) -> Iterator[list[Cell]]:
    yield _section("Les contrôles", "N°", "Premier total", "Second total", "Différence", "Résultat")
    for row, control in enumerate(ledger.controls, FIRST_ROW):
        state = CONTROL_STATES.get(control.state, control.state)
        difference = control.difference if control.difference is not None else ""
        yield [
            Cell(control.name),
            Cell(control.number, "integer"),
            Cell(control.left, "money"),
            Cell(control.right, "money"),
            Cell(difference, "money", f"Contrôles!E{row}"),
            Cell(state, "state", f"Contrôles!F{row}"),
        ]


def _section(*titles: str) -> list[Cell]:
    return [Cell(title, "section") for title in titles] + [Cell(look="section")] * (6 - len(titles))


def _area(sheet: Sheet, title: str) -> tuple[int, str]:
    position = next(index for index, column in enumerate(sheet.layout.columns) if column.title == title)
    name = letter(position)
    return position, f"{quoted(sheet.layout.name)}!{name}{FIRST_ROW}:{name}{sheet.last_row}"


def _sum(sheet: Sheet, title: str) -> Cell:
    position, area = _area(sheet, title)
    total = sum((value for row in sheet.rows if isinstance(value := row[position], Decimal)), Decimal("0.00"))
    return Cell(total, "money", f"SUM({area})")


def _count(sheet: Sheet) -> Cell:
    _, area = _area(sheet, sheet.layout.columns[0].title)
    return Cell(len(sheet.rows), "integer", f"COUNTA({area})")


def _oldest(sheet: Sheet) -> Cell:
    position, area = _area(sheet, "Âge (jours)")
    return Cell(max((int(str(row[position])) for row in sheet.rows), default=0), "integer", f"MAX({area})")
