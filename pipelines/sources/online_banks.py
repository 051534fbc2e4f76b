"""Qonto, Revolut and N26, in French and English: an amount that is not settled is left out, a fee beside one is part of it.

Qonto and Revolut Business give instants in UTC; the others give days.
"""

from pipelines.sources.bank_tables import bank_table
from pipelines.sources.movements import all_are, looked_up
from pipelines.sources.source import Header, optional, required

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
REVOLUT_PERSONAL = """
with spelled as (
    select *, coalesce(<states>, status) as state, try_cast(either_amount(amount) as decimal(18, 2)) as moved,
        coalesce(try_cast(either_amount(fee) as decimal(18, 2)), 0) as kept
    from staged
)
select source_row, concat_ws(' ', $bank, product, currency_text(currency)) as account,
    slashed_day(coalesce(completed, case when state <> 'settled' then started end)) as booked_on,
    coalesce(cast(moved - kept as varchar), either_amount(amount)) as amount, currency_text(currency) as currency, description as label,
    case when state <> 'settled' then state end as excluded
from spelled
"""
N26 = """
select source_row, slashed_day(day) as booked_on, either_amount(amount) as amount, 'EUR' as currency,
    concat_ws(' ', partner, reference) as label
from staged
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
    bank_table(
        "revolut",
        (
            *required("Type"),
            Header("product", ("Produit",)),
            Header("started", ("Started Date", "Date de début")),
            Header("completed", ("Completed Date", "Date de fin")),
            Header("description"),
            Header("amount", ("Montant",)),
            Header("fee", ("Frais",)),
            Header("currency", ("Devise",)),
            Header("status", ("State", "État")),
            Header("balance", ("Solde",)),
        ),
        REVOLUT_PERSONAL.replace("<states>", looked_up("plain_words(status)", STATES)),
        balance="balance",
    ),
    bank_table(
        "n26",
        (
            Header("day", ("Booking Date", "Date", "Date de réservation", "Date comptable")),
            Header("partner", ("Partner Name", "Payee", "Bénéficiaire", "Nom du partenaire")),
            Header("amount", ("Amount (EUR)", "Montant (EUR)")),
            Header("reference", ("Payment Reference", "Référence de paiement"), required=False),
            *optional("Value Date", "Partner Iban", "Type", "Account Name", "Original Amount", "Original Currency"),
            *optional("Exchange Rate"),
        ),
        N26,
    ),
)
