"""The hidden sheet: which month of which shop, and what each row to decide on said when it was published."""

from collections.abc import Sequence

from pipelines.domain.decision_sheet import (
    COMMENT,
    KEY,
    MANIFEST,
    MONTH,
    OWNER,
    PROTECTED,
    SHEET,
    SHOP,
    fingerprint,
    words_print,
)
from pipelines.domain.month_ledger import MonthLedger
from reports.workbook.layout import Column, Layout, Sheet, Value

LAYOUT = Layout(
    MANIFEST,
    "Ce que disait chaque ligne à décider quand le classeur a été publié ; « lettrage decide » s'y fie.",
    (Column("Feuille"), Column("Clé"), Column("Faits"), Column("Commentaire"), Column("Responsable")),
    MANIFEST,
    is_hidden=True,
)


def manifest_sheet(ledger: MonthLedger, sheets: Sequence[Sheet]) -> Sheet:
    """One row per fact of the book and per row to decide on."""
    decided = [sheet for sheet in sheets if any(column.title == KEY for column in sheet.layout.columns)]
    identity = ledger.shop.identity
    facts = [(MONTH, ledger.month), (SHOP, identity.siren or identity.name)]
    facts += [(SHEET, sheet.layout.name) for sheet in decided]
    rows: list[Sequence[Value]] = [(*fact, None, None, None) for fact in facts]
    return Sheet(LAYOUT, rows + [_row(sheet, row) for sheet in decided for row in sheet.rows])


def _row(sheet: Sheet, row: Sequence[Value]) -> list[Value]:
    found = {column.title: value for column, value in zip(sheet.layout.columns, row, strict=True)}
    shown = fingerprint([found.get(title) for title in PROTECTED])
    words = [words_print(str(found.get(title) or "")) for title in (COMMENT, OWNER)]
    return [sheet.layout.name, str(found[KEY]), shown, *words]
