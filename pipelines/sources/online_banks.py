"""Qonto in French and English, and Revolut Business: instants in UTC, states, an amount that is not settled left out."""

from pipelines.sources.bank_tables import bank_table
from pipelines.sources.movements import all_are, looked_up
from pipelines.sources.source import Header, optional

STATES = {
    **all_are("settled", "Exécuté", "Settled", "Completed", "Executed", "Terminé", "Validé"),
    **all_are("pending", "En attente", "Pending", "En cours", "Processing", "Created"),
    **all_are("failed", "Refusé", "Declined", "Failed", "Rejected", "Rejeté", "Échoué"),
    **all_are("canceled", "Annulé", "Canceled", "Cancelled", "Reverted"),
}
QONTO = """
with spelled as (
    select *, slashed_instant(settled, 'UTC') as settled_at, slashed_instant(operated, 'UTC') as operated_at,
        case when status is null then 'settled' else coalesce(<states>, status) end as state
    from staged
)
select source_row, account,
    strftime(timezone($time_zone, try_cast(coalesce(settled_at, operated_at) as timestamptz)), '%Y-%m-%d') as booked_on,
    coalesce(either_amount(total), either_amount(credit), '-' || absolute(either_amount(debit))) as amount,
    currency_text(currency) as currency, concat_ws(' ', counterparty, reference) as label, id, reference,
    case when state <> 'settled' then state end as excluded
from spelled
"""
REVOLUT = """
with spelled as (
    select *, iso_instant(completed, 'UTC') as completed_at, coalesce(<states>, status) as state
    from staged
)
select source_row, account, strftime(timezone($time_zone, try_cast(completed_at as timestamptz)), '%Y-%m-%d') as booked_on,
    coalesce(either_amount(total), either_amount(amount)) as amount, currency_text(currency) as currency,
    concat_ws(' ', description, reference) as label, id, reference,
    case when state <> 'settled' then state end as excluded
from spelled
"""
SOURCES = (
    bank_table(
        "qonto",
        (
            Header("status", ("Statut",), required=False),
            Header("settled", ("Date de la valeur (UTC)", "Settlement date (UTC)", "Settlement date"), required=False),
            Header("operated", ("Date de l'opération (UTC)", "Operation date (UTC)", "Operation date"), required=False),
            Header("total", ("Montant total (TTC)", "Total amount (incl. VAT)")),
            Header("debit", ("Débit",), required=False),
            Header("credit", ("Crédit",), required=False),
            Header("currency", ("Devise",)),
            Header("counterparty", ("Nom de la contrepartie", "Counterparty name"), required=False),
            Header("account", ("IBAN du compte", "Account IBAN", "IBAN"), required=False),
            Header("id", ("Identifiant de transaction", "Transaction ID")),
            Header("reference", ("Référence",)),
            Header("balance", ("Solde",), required=False),
        ),
        QONTO.replace("<states>", looked_up("plain_words(status)", STATES)),
        balance="balance",
    ),
    bank_table(
        "revolut_business",
        (
            Header("completed", ("Date completed (UTC)",)),
            Header("id", ("ID",)),
            Header("status", ("State",)),
            Header("description"),
            Header("reference"),
            Header("currency", ("Payment currency",)),
            Header("amount"),
            Header("total", ("Total amount",), required=False),
            Header("account", ("Account",), required=False),
            *optional("Date started (UTC)", "Type", "Payer", "Exchange rate", "Fee", "Balance"),
        ),
        REVOLUT.replace("<states>", looked_up("plain_words(status)", STATES)),
        balance="balance",
    ),
)
