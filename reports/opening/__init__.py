"""`ouverture.xlsx`: the workbook a shop fills in to bring what stood before its first month."""

from datetime import date

from pipelines.domain.opening import (
    ACCOUNT,
    BALANCES,
    CREDIT,
    CURRENCY,
    DEBIT,
    GIVEN_ON,
    INVOICE,
    INVOICED_ON,
    ISSUED_ON,
    LABEL,
    LAST_NUMBER,
    NOTES,
    NUMBER,
    NUMBERS,
    ORDER,
    RATE,
    REMAINING,
    SERIES,
    TAKEN_OVER_ON,
)
from pipelines.domain.shop import Shop
from reports.workbook import rendered
from reports.workbook.layout import Column, Kind, Layout, Sheet, Value

EMPTY_ROWS = 200
NOTES_LAYOUT = Layout(
    NOTES,
    "Un avoir émis avant la reprise et pas encore remboursé, une ligne par taux de TVA ; le reste à rembourser, TTC.",
    (
        Column(NUMBER, width=18),
        Column(ISSUED_ON, Kind.DATE, 13),
        Column(ORDER, width=16),
        Column(INVOICE, width=18),
        Column(INVOICED_ON, Kind.DATE, 13),
        Column(CURRENCY, width=8),
        Column(REMAINING, Kind.MONEY, 16, is_totalled=True),
        Column(RATE, Kind.RATE, 10),
    ),
    "AvoirsOuverts",
)
BALANCES_LAYOUT = Layout(
    BALANCES,
    "Le solde de chaque compte la veille de la date de reprise ; laissez vides les comptes sans solde.",
    (
        Column(ACCOUNT, width=12),
        Column(LABEL, width=44),
        Column(TAKEN_OVER_ON, Kind.DATE, 14),
        Column(DEBIT, Kind.MONEY, 16, is_totalled=True),
        Column(CREDIT, Kind.MONEY, 16, is_totalled=True),
    ),
    "Soldes",
)

NUMBERS_LAYOUT = Layout(
    NUMBERS,
    "Le dernier numéro donné dans chaque série d'avoirs avant la reprise : les suivants sont les nôtres, sans trou.",
    (
        Column(SERIES, width=44),
        Column(LAST_NUMBER, width=24),
        Column(GIVEN_ON, Kind.DATE, 14),
    ),
    "DerniersNumeros",
)


def opening_workbook(shop: Shop, taken_over_on: date) -> bytes:
    """The workbook to fill in, with the shop's own accounts listed."""
    notes: list[list[Value]] = [[None] * len(NOTES_LAYOUT.columns) for _ in range(EMPTY_ROWS)]
    balances = [[account, label, taken_over_on, None, None] for account, label in _accounts(shop).items()]
    series: list[list[Value]] = [[words, None, taken_over_on] for words in _series(shop)]
    sheets = [Sheet(NOTES_LAYOUT, notes), Sheet(BALANCES_LAYOUT, balances), Sheet(NUMBERS_LAYOUT, series)]
    return rendered(sheets, shop.identity.name, "Reprise", taken_over_on)


def _accounts(shop: Shop) -> dict[str, str]:
    """The accounts that carry a balance of ours: customers, store credits, providers."""
    accounts = {shop.accounts.customers: "Clients", shop.accounts.store_credits: "Clients - Autres avoirs"}
    providers = {settings.account: name for name, settings in sorted(shop.providers.items())}
    return accounts | {account: f"Compte de paiement {name}" for account, name in sorted(providers.items())}


def _series(shop: Shop) -> tuple[str, ...]:
    """The series to follow: ours by their pattern, and those the shop numbers itself."""
    return (
        f"Avoirs que Lettrage émet ({shop.series.credit_notes})",
        f"Contre-documents ({shop.series.counter_documents})",
        "Avoirs que la boutique numérote",
        "Autre série",
    )
