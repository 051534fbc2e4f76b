"""TVA, Stock, Contrôles: what is declared, what stands on the shelves, what must tie."""

from pipelines.domain.month_ledger import LedgerControl, LedgerStock, LedgerVat, MonthLedger
from pipelines.domain.shop import Shop
from reports.workbook.layout import Column, Kind, Layout, Sheet, Value
from reports.workbook.words import CONTROL_STATES

UNION = frozenset(
    {
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    }
)
VAT = Layout(
    "TVA",
    "Une ligne par régime, pays, taux et trimestre de la vente d'origine : la TVA rendue par les avoirs du mois.",
    (
        Column("Régime", width=30),
        Column("Pays", width=7),
        Column("Taux", Kind.RATE, 9),
        Column("Trimestre de la vente", width=13),
        Column("Devise", width=7),
        Column("Avoirs", Kind.INTEGER, 9),
        Column("Base HT", Kind.MONEY, 13, is_totalled=True),
        Column("TVA", Kind.MONEY, 13, is_totalled=True),
        Column("TTC", Kind.MONEY, 13, is_totalled=True),
        Column("À déclarer", Kind.WRAPPED, 50),
    ),
    "TVA",
)
STOCK = Layout(
    "Stock",
    "Une ligne par article et lieu qui a bougé dans le mois, diffère du stock de la boutique, est à part ou en retour.",
    (
        Column("Article", width=18),
        Column("Lieu", width=14),
        Column("Ouverture", Kind.QUANTITY, 11, is_totalled=True),
        Column("Entrées", Kind.QUANTITY, 11, is_totalled=True),
        Column("Remises en stock", Kind.QUANTITY, 11, is_totalled=True),
        Column("Sorties", Kind.QUANTITY, 11, is_totalled=True),
        Column("Inventaire", Kind.QUANTITY, 11, is_totalled=True),
        Column("Clôture", Kind.QUANTITY, 11, is_totalled=True, formula="SUM(C#:G#)"),
        Column("Coût unitaire", Kind.COST, 12),
        Column("Valeur", Kind.MONEY, 13, is_totalled=True),
        Column("Stock boutique", Kind.QUANTITY, 11, is_totalled=True),
        Column("Dérive", Kind.QUANTITY, 10, is_totalled=True),
        Column("À part", Kind.QUANTITY, 10, is_totalled=True),
        Column("Valeur à part", Kind.MONEY, 13, is_totalled=True),
        Column("Dépréciation", Kind.MONEY, 13, is_totalled=True),
        Column("En retour", Kind.QUANTITY, 10, is_totalled=True),
        Column("Valeur en retour", Kind.MONEY, 13, is_totalled=True),
        Column("Pourquoi négatif", Kind.WRAPPED, 50),
    ),
    "Stock",
)
CONTROLS = Layout(
    "Contrôles",
    "Une ligne par contrôle : deux totaux qui doivent être égaux.",
    (
        Column("N°", Kind.INTEGER, 6),
        Column("Contrôle", Kind.WRAPPED, 48),
        Column("Premier total", Kind.MONEY, 15),
        Column("Second total", Kind.MONEY, 15),
        Column("Différence", Kind.MONEY, 13),
        Column(
            "Résultat",
            Kind.STATE,
            16,
            formula='IF(H#="not_observed","○ non observé",'
            'IF(AND(ROUND(N(C#)-N(D#),2)=0,ROUND(N(E#),2)=0),"✓ juste","✗ diffère"))',
        ),
        Column("Détail", Kind.WRAPPED, 60),
        Column("Code", is_hidden=True),
    ),
    "Controles",
)


def vat_sheet(ledger: MonthLedger) -> Sheet:
    """VAT given back, by regime."""
    return Sheet(VAT, [_vat(row, ledger.shop) for row in ledger.vat])


def stock_sheet(ledger: MonthLedger) -> Sheet:
    """Quantities and value over the month."""
    return Sheet(STOCK, [_stock(row) for row in ledger.stock])


def controls_sheet(ledger: MonthLedger) -> Sheet:
    """The control totals."""
    return Sheet(CONTROLS, [_control(control) for control in ledger.controls])


def _vat(row: LedgerVat, shop: Shop) -> list[Value]:
    regime, remedy = _regime(row, shop)
    figures: list[Value] = [row.credit_notes, row.net, row.vat, row.gross]
    return [regime, row.country, row.vat_rate, row.supply_quarter, row.currency, *figures, remedy]


def _regime(row: LedgerVat, shop: Shop) -> tuple[str, str]:
    if shop.vat.regime == "franchise":
        return "Franchise en base", "Rien : TVA non applicable (CGI 293 B)."
    if row.country in UNION and row.country != shop.identity.country and shop.vat.one_stop_shop:
        return (
            "Guichet unique (OSS)",
            f"Correction du {row.supply_quarter or 'trimestre inconnu'} sur la déclaration OSS.",
        )
    if row.country not in UNION or not row.vat:
        return "Sans TVA", "Rien à reprendre."
    return "Régime intérieur", "CA3 : base et taxe en moins des lignes du taux, ou base en B5 et TVA ligne 21."


def _stock(row: LedgerStock) -> list[Value]:
    moves: list[Value] = [row.opening, row.received, row.restocked, row.issued, row.adjusted, row.closing]
    away: list[Value] = [row.apart, row.apart_value, row.write_down, row.awaited, row.awaited_value, row.explanation]
    return [row.sku, row.place, *moves, row.unit_cost, row.value, row.shop_quantity, row.drift, *away]


def _control(control: LedgerControl) -> list[Value]:
    state = CONTROL_STATES.get(control.state, control.state)
    return [
        control.number,
        control.name,
        control.left,
        control.right,
        control.difference,
        state,
        control.detail,
        control.state,
    ]
