"""PayPal: the activity download in English and French, and the monthly statements in English, French and Spanish.

The account has one balance per currency, drawn on when the merchant likes: withdrawals are payouts of their own, and a
conversion is two movements, one in each currency, never added together. The activity download writes day/month/year, the
English monthly statement month/day/year; an account set to another country says so in `shop.toml`
(`[providers.paypal] date_order`). A withdrawal still pending has left the balance that stands
beside it. What a payment refers to is its agreement, so only other movements name a payment.
"""

from collections.abc import Mapping

from pipelines.sources.movements import looked_up, movements_table
from pipelines.sources.paypal_types import MOVELESS, STATUSES, TYPES
from pipelines.sources.running_balances import running_balance
from pipelines.sources.source import Header, TableSource

REFERENCES = (
    "Reference Txn ID",
    "Numéro de la transaction de référence",
    "Numéro de transaction de référence",
    "Nº de transaction de référence",
    "Id. de referencia de trans.",
    "ID de transacción de referencia",
    "Id. de la transacción de referencia",
)
SENDERS = (
    "From Email Address",
    "De l'adresse email",
    "Adresse email de l'expéditeur",
    "Correo electrónico del remitente",
    "Dirección de correo electrónico del remitente",
)
INVOICES = (
    "Invoice Number", "Invoice ID", "Numéro de facture", "N° de facture", "Nº de facture", "Identifiant de facture",
    "Id. de factura", "Número de factura",
)  # fmt: skip
TRANSACTIONS = (
    "Transaction ID", "Numéro de transaction", "N° de transaction", "Id. de transacción", "ID de transacción",
)  # fmt: skip
SHARED = (
    Header("clock", ("Time", "Heure", "Hora"), required=False),
    Header("zone", ("TimeZone", "Time Zone", "Fuseau horaire", "Zona horaria", "Huso horario"), required=False),
    Header("name", ("Nom", "Nombre"), required=False),
    Header("currency", ("Devise", "Divisa")),
    Header("gross", ("Avant commission", "Brut", "Bruto", "Montant brut")),
    Header("fee", ("Commission", "Frais", "Comisión", "Tarifa", "Fees"), required=False),
    Header("net", ("Neto",)),
    Header("balance", ("Solde", "Saldo"), required=False),
    Header("transaction", TRANSACTIONS),
    Header("reference", REFERENCES, required=False),
    Header("invoice", INVOICES, required=False),
    Header("from_email", SENDERS, required=False),
    Header("status", ("Status", "État", "Statut", "Estado"), required=False),
    Header("impact", ("Balance Impact", "Impact sur le solde", "Impacto en el saldo"), required=False),
    Header("item_title", ("Item Title", "Titre de l'objet"), required=False),
    Header("subject", ("Objet", "Asunto"), required=False),
)
ROWS = f"""
with named as (
    select *,
        regexp_full_match(plain_words(type), '(.*_)?payment(_received)?|pai?ement(_.*)?|pago(_.*)?|don(ation)?_.*') as is_payment,
        regexp_full_match(plain_words(type), '.*(currency_)?conversion(_.*)?|.*conversion_de_divisas?(_.*)?') as is_conversion,
        either_amount(gross) as moved
    from staged
)
select source_row, type as native_type,
    case
        when balance is null or {looked_up("plain_words(type)", TYPES)} is distinct from 'payout' then status
        when {looked_up("plain_words(status)", STATUSES)} <> 'pending' then status
    end as native_status,
    case
        when is_conversion then 'adjustment'
        when not is_payment then null
        when moved like '-%' then 'adjustment'
        else 'payment'
    end as movement,
    case when plain_words(impact) = 'memo' then 'memo' end as excluded,
    moved as gross, either_amount(fee) as fee, either_amount(net) as net, currency_text(currency) as currency,
    instant_text(
        concat_ws(' ', day, coalesce(clock, '00:00:00')),
        case $date_order when 'day_first' then '%d/%m/%Y %H:%M:%S' when 'month_first' then '%m/%d/%Y %H:%M:%S' else $day_format end,
        zone_name(zone, $time_zone)
    ) as moved_at,
    transaction as id, case when not is_payment or moved like '-%' then reference end as payment_id,
    coalesce(invoice, order_in(item_title), order_in(subject)) as order_reference, from_email as customer_email
from named
"""  # noqa: S608 (our own text)
BALANCES = f"""
select moved.source_row, '' as account, moved.currency, coalesce(moved.net, moved.gross) as amount,
    either_amount(staged.balance) as balance,
    null::varchar as day,
    moved.excluded is null and {looked_up("plain_words(native_type)", MOVELESS)} is null
        and (native_status is null or {looked_up("plain_words(native_status)", STATUSES)} = 'succeeded') as is_certain
from ({ROWS}) as moved
inner join staged on staged.source_row = moved.source_row
"""  # noqa: S608 (our own text)


def paypal_table(name: str, headers: tuple[Header, ...], day_format: Mapping[str, str]) -> TableSource:
    """One of PayPal's tables: they differ in the header and in the order of day and month."""
    return movements_table(
        name,
        "paypal",
        (*headers, *SHARED),
        ROWS,
        types=TYPES,
        moveless=MOVELESS,
        statuses=STATUSES,
        parameters=day_format,
        short_rows=True,
        totals=running_balance(BALANCES, "Solde"),
    )


DAY_FIRST = {"day_format": "%d/%m/%Y %H:%M:%S"}
MONTH_FIRST = {"day_format": "%m/%d/%Y %H:%M:%S"}
SOURCES = (
    paypal_table("paypal_activity", (Header("day", ("Date", "Fecha")), Header("type", ("Tipo",))), DAY_FIRST),
    paypal_table(
        "paypal_statement_english",
        (Header("day", ("Date",)), Header("type", ("Description",)), Header("bank", ("Bank Name",))),
        MONTH_FIRST,
    ),
    paypal_table(
        "paypal_statement",
        (
            Header("day", ("Date", "Fecha")),
            Header("type", ("Description", "Descripción")),
            Header("bank", ("Nom de la banque", "Nombre del banco")),
        ),
        DAY_FIRST,
    ),
)
