"""SumUp: its transaction report, its report of sales by article, and the payouts of its API.

The reports are read in German, in English and under the likely French words. A sale of several articles is one payment;
cash in the till is money taken that SumUp never holds.
"""

from collections.abc import Iterator

from pipelines.sources.json_objects import Object, objects, text
from pipelines.sources.movement_records import Movement, readings
from pipelines.sources.movements import all_are, movements_table
from pipelines.sources.signed_amounts import opposite, unsigned
from pipelines.sources.source import Document, Header, Reading, RecordSource, optional

TYPES = {
    **all_are("payment", "Umsatz", "Verkauf", "Sale", "Vente", "Zahlung", "Payment", "Paiement", "Transaktion"),
    **all_are("refund", "Rückerstattung", "Refund", "Remboursement", "Erstattung"),
    **all_are("dispute", "Chargeback", "Rückbuchung", "Contestation", "Impayé"),
    **all_are("payout", "Auszahlung", "Payout", "Versement", "Virement"),
    **all_are("fee", "Gebühr", "Fee", "Frais", "Commission"),
    **all_are("adjustment", "Anpassung", "Adjustment", "Ajustement"),
}
STATUSES = {
    **all_are(
        "succeeded",
        "Erfolgreich",
        "Successful",
        "Réussi",
        "Bezahlt",
        "Paid",
        "Paid out",
        "Ausgezahlt",
        "Versé",
        "Rückerstattet",
    ),
    **all_are("succeeded", "Refunded", "Remboursé", "Effectué"),
    **all_are("failed", "Fehlgeschlagen", "Failed", "Échoué", "Abgelehnt", "Refusé"),
    **all_are("pending", "Ausstehend", "Pending", "En attente"),
    **all_are("canceled", "Storniert", "Cancelled", "Canceled", "Annulé", "Abgebrochen"),
}
ROWS = """
with spelled as (
    select *, either_amount(amount) as signed, slashed_instant(replace(day, ', ', ' '), $time_zone) as moved_at
    from staged
)
select source_row, type as native_type, status as native_status,
    case when plain_words(type) in (
            'ruckerstattung', 'refund', 'remboursement', 'erstattung', 'chargeback', 'ruckbuchung', 'contestation', 'impaye',
            'auszahlung', 'payout', 'versement', 'virement', 'gebuhr', 'fee', 'frais', 'commission'
        ) then '-' || absolute(signed) else signed end as gross,
    either_amount(fee) as fee, coalesce(currency_text(currency), $currency) as currency, moved_at, transaction as id,
    order_in(description) as order_reference, description
from spelled
"""
HEADERS = (
    Header("day", ("Datum", "Date")),
    Header(
        "transaction",
        ("Transaktions-ID", "Transaktionsnummer", "Transaction ID", "Identifiant de transaction", "ID de transaction"),
    ),
    Header("type", ("Transaktionsart", "Typ", "Type", "Transaction type", "Type de transaction")),
    Header("status", ("Statut",), required=False),
    Header("description", ("Beschreibung",), required=False),
    Header("amount", ("Betrag inkl. MwSt.", "Betrag", "Total", "Amount incl. VAT", "Montant TTC", "Montant")),
    Header("tip", ("Trinkgeldbetrag", "Tip amount", "Pourboire"), required=False),
    Header("fee", ("Gebühr", "Frais", "Commission")),
    Header("currency", ("Währung", "Devise"), required=False),
)
SALES = """
with spelled as (
    select *, slashed_instant(replace(day, ', ', ' '), $time_zone) as moved_at, plain_words(type) as kind, plain_words(method) as means,
        row_number() over articles as rank, dense_rank() over (partition by transaction, type order by moved_at) as time,
        cast(sum(try_cast(either_amount(amount) as decimal(18, 2))) over sold as varchar) as total,
        bool_and(regexp_full_match(either_amount(amount), '-?\\d+(\\.\\d{1,2})?')) over sold as is_exact
    from staged
    window sold as (partition by transaction, type, day), articles as (partition by transaction, type, day order by source_row)
)
select source_row, type as native_type, case when rank > 1 then 'part_of_payment' end as excluded,
    case when not is_exact then either_amount(amount)
        when kind in ('ruckerstattung', 'refund', 'remboursement', 'erstattung') then '-' || absolute(total) else total end as gross,
    coalesce(currency_text(currency), $currency) as currency, moved_at, concat_ws(' ', transaction, case when time > 1 then day end) as id, method,
    case when regexp_matches(means, '^(bar|cash|espece)') then 'cash' end as provider, order_in(description) as order_reference, description
from spelled
"""
SALES_HEADERS = (
    Header("day", ("Datum", "Date")),
    Header("type", ("Typ", "Type")),
    Header("transaction", ("Transaktionsnummer", "Transaction number", "Transaction ID", "Numéro de transaction")),
    Header("method", ("Zahlungsmethode", "Payment method", "Moyen de paiement", "Mode de paiement")),
    Header("amount", ("Preis (brutto)", "Price (gross)", "Prix (brut)", "Prix TTC")),
    Header("net_price", ("Preis (netto)", "Price (net)", "Prix (net)", "Prix HT")),
    Header("quantity", ("Menge", "Quantité"), required=False),
    Header("description", ("Beschreibung",), required=False),
    Header("currency", ("Währung", "Devise"), required=False),
    *optional("Category", "Sku", "Preis vor Rabatt", "Rabatt", "Steuer", "Steuersatz", "Konto"),
)
PAYOUT_TYPES = {
    "PAYOUT": "payout", "CHARGE_BACK_DEDUCTION": "dispute", "REFUND_DEDUCTION": "refund", "DD_RETURN_DEDUCTION": "payout",
    "BALANCE_DEDUCTION": "adjustment",
}  # fmt: skip


def recognises(document: Document) -> bool:
    """The payouts of the API name their type and the transaction they settle."""
    return any(_is_payout(item) for item in objects(document.json))


def read(document: Document) -> Iterator[Reading]:
    """One reading per payout or deduction."""
    found = [item for item in objects(document.json) if _is_payout(item)]
    for row, item in enumerate(found, start=1):
        yield from readings(row, _movement(item, document.shop.get("currency") or "EUR"))


def _is_payout(item: Object) -> bool:
    return text(item, "type") in PAYOUT_TYPES and "transaction_code" in item and "fee" in item


def _movement(item: Object, currency: str) -> Movement:
    word = text(item, "type") or ""
    return Movement(
        provider="sumup",
        kind=PAYOUT_TYPES[word],
        id=text(item, "id") if word == "PAYOUT" else text(item, "transaction_code"),
        moved_at=f"{text(item, 'date')}T00:00:00Z",
        gross=opposite(unsigned(text(item, "amount"))),
        currency=text(item, "currency") or currency,
        status="succeeded" if text(item, "status") in {"SUCCESSFUL", None} else "failed",
        payout_id=text(item, "reference"),
        description=word,
        bank_reference=text(item, "reference"),
    )


SOURCES = (
    movements_table("sumup_transactions", "sumup", HEADERS, ROWS, types=TYPES, statuses=STATUSES),
    movements_table("sumup_sales", "sumup", SALES_HEADERS, SALES, types=TYPES),
    RecordSource("sumup_api", recognises, read, provider="sumup"),
)
