"""Mollie's settlement export, in English, Dutch and French. Fees are not per payment: they are rows of their own."""

from pipelines.sources.movements import all_are, movements_table
from pipelines.sources.source import Header

METHODS = (
    "ideal", "creditcard", "credit card", "bancontact", "mistercash", "banktransfer", "bank transfer", "paypal", "sofort", "klarna",
    "klarnapaylater", "klarnasliceit", "klarnapaynow", "applepay", "apple pay", "googlepay", "directdebit", "direct debit", "eps",
    "giropay", "kbc", "belfius", "przelewy24", "giftcard", "gift card", "voucher", "in3", "billie", "riverty", "trustly", "twint",
    "blik", "alma", "bancomatpay", "mybank", "satispay", "paysafecard", "pointofsale", "point of sale", "cartebancaire",
    "payconiq", "mobilepay", "vipps", "swish", "multibanco", "mbway", "bizum", "paybybank", "podiumcadeaukaart", "inghomepay",
    "bitcoin", "carte de credit", "carte bancaire", "virement bancaire", "cartes cadeaux", "creditcard via applepay",
)  # fmt: skip
TYPES = {
    **all_are("payment", *METHODS),
    **all_are("refund", "refund", "terugbetaling", "remboursement"),
    **all_are("dispute", "chargeback", "terugboeking", "contestation", "rétrofacturation", "impayé"),
    **all_are("dispute_reversal", "chargeback reversal", "chargeback_reversal"),
    **all_are("refund_failure", "failed refund", "refund reversal", "returned refund", "refund_failure"),
    **all_are(
        "adjustment", "capital", "repayment", "invoice-compensation", "invoice compensation", "correction", "reserve"
    ),
    **all_are("payout", "payout", "uitbetaling", "versement"),
}
STATUSES = {
    **all_are(
        "succeeded",
        "paidout",
        "paid",
        "paid out",
        "refunded",
        "charged_back",
        "chargedback",
        "charged back",
        "chargeback",
        "uitbetaald",
    ),
    **all_are(
        "succeeded", "settled", "betaald", "terugbetaald", "payé", "remboursé", "versé", "completed", "processing"
    ),
    **all_are("pending", "pending", "queued", "open", "authorized", "in behandeling", "wachtrij", "en attente"),
    **all_are("failed", "failed", "mislukt", "échoué", "expired", "verlopen", "expiré"),
    **all_are("canceled", "canceled", "cancelled", "geannuleerd", "annulé"),
}
HEADERS = (
    Header("date", ("Datum",)),
    Header("method", ("Payment method", "Betaalmethode", "Betaalwijze", "Méthode de paiement", "Moyen de paiement")),
    Header("currency", ("Valuta", "Devise")),
    Header("amount", ("Bedrag", "Montant")),
    Header("status", ("Statut",), required=False),
    Header("id"),
    Header("description", ("Omschrijving", "Beschrijving"), required=False),
    Header(
        "consumer_name", ("Consumentnaam", "Naam consument", "Nom du consommateur", "Nom du client"), required=False
    ),
    Header("consumer_account", ("Consumer bank account", "Consumentrekening", "IBAN consument"), required=False),
    Header(
        "settlement_currency",
        ("Uitbetalingsvaluta", "Valuta uitbetaling", "Devise du règlement", "Devise de règlement"),
    ),
    Header(
        "settlement_amount",
        (
            "Uitbetalingsbedrag",
            "Bedrag uitbetaling",
            "Uitbetaald bedrag",
            "Montant du règlement",
            "Montant de règlement",
        ),
    ),
    Header(
        "settlement_reference",
        (
            "Uitbetalingsreferentie",
            "Uitbetalingskenmerk",
            "Referentie uitbetaling",
            "Référence du règlement",
            "Référence de règlement",
        ),
        required=False,
    ),
    Header("amount_refunded", ("Teruggestort bedrag", "Bedrag teruggestort", "Montant remboursé"), required=False),
)
ROWS = """
select source_row, coalesce(method, description) as native_type,
    case
        when method is null and regexp_matches(
            plain_words(description), '^(withheld|ingehouden|inhouding|retenus?|frais_retenus).*|^mollie_(fees|kosten|frais).*'
        ) then case when coalesce(settlement_amount, amount) like '-%' then 'fee' else 'adjustment' end
        when id like 're\\_%' escape '\\' and plain_words(method) not like '%fail%'
            and plain_words(method) not like '%revers%' then 'refund'
        when id like 'chb\\_%' escape '\\' then case when coalesce(settlement_amount, amount) like '-%' then 'dispute' else 'dispute_reversal' end
        when id like 'tr\\_%' escape '\\' then 'payment'
        when regexp_matches(plain_words(concat_ws(' ', method, description)), '(^|_)capital(_|$)') then 'adjustment'
    end as movement,
    status as native_status, coalesce(either_amount(settlement_amount), either_amount(amount)) as gross,
    case when settlement_amount is null then currency_text(currency) else currency_text(settlement_currency) end as currency,
    either_amount(amount) as customer_gross, currency_text(currency) as customer_currency,
    iso_instant(date, $time_zone) as moved_at, id,
    coalesce(
        id, concat_ws(' ', settlement_reference, description, nullif(cast(
            row_number() over (partition by id, settlement_reference, description, date, amount order by source_row) - 1
        as varchar), '0'))
    ) as row_id,
    order_in(description) as order_reference, method, settlement_reference as payout_id, description
from staged
"""
SOURCES = (movements_table("mollie_settlement", "mollie", HEADERS, ROWS, types=TYPES, statuses=STATUSES),)
