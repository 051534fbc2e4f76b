"""Reads `ouverture.xlsx` back: credit notes still open, and balances, at the day the shop is taken over."""

from pipelines.domain.opening import (
    ACCOUNT,
    CREDIT,
    CURRENCY,
    DEBIT,
    GIVEN_ON,
    INVOICE,
    INVOICED_ON,
    ISSUED_ON,
    LABEL,
    LAST_NUMBER,
    NUMBER,
    ORDER,
    RATE,
    REMAINING,
    SERIES,
    TAKEN_OVER_ON,
)
from pipelines.sources.source import Header, Mapped, TableSource

OPEN_NOTES = TableSource(
    "opening_credit_notes",
    (
        Header("note", (NUMBER,)),
        Header("note_day", (ISSUED_ON,)),
        Header("order_name", (ORDER,)),
        Header("invoice", (INVOICE,)),
        Header("invoice_day", (INVOICED_ON,)),
        Header("currency", (CURRENCY,)),
        Header("remaining", (REMAINING,)),
        Header("rate", (RATE,)),
    ),
    (
        Mapped(
            "credit_notes",
            """
select
    source_row, note as credit_note_number, iso_instant(note_day, $time_zone) as issued_at, order_name as order_id,
    invoice as invoice_number, invoice_day as invoice_date, 'refund' as settlement, coalesce(currency, $currency) as currency,
    'product' as line_type, 'Avoir repris' as title, '1' as quantity, remaining as unit_price_gross, rate as vat_rate
from staged
where note is not null or remaining is not null
""",
        ),
    ),
    exclusions="select source_row, 'empty_row' as reason from staged where note is null and remaining is null",
)
OPEN_BALANCES = TableSource(
    "opening_balances",
    (
        Header("account", (ACCOUNT,)),
        Header("wording", (LABEL,)),
        Header("day", (TAKEN_OVER_ON,)),
        Header("debit_balance", (DEBIT,)),
        Header("credit_balance", (CREDIT,)),
    ),
    (
        Mapped(
            "opening_balances",
            """
select
    source_row, account, wording as label, day as balance_on, coalesce(debit_balance, '0') as debit,
    coalesce(credit_balance, '0') as credit
from staged
where debit_balance is not null or credit_balance is not null
""",
        ),
    ),
    exclusions="""
select source_row, 'empty_row' as reason from staged where debit_balance is null and credit_balance is null
""",
)
LAST_NUMBERS = TableSource(
    "opening_numbers",
    (
        Header("series", (SERIES,)),
        Header("last_number", (LAST_NUMBER,)),
        Header("day", (GIVEN_ON,)),
    ),
    (
        Mapped(
            "opening_numbers",
            """
select source_row, last_number as document_number, day as given_on
from staged
where last_number is not null
""",
        ),
    ),
    exclusions="select source_row, 'empty_row' as reason from staged where last_number is null",
)
SOURCES = (OPEN_NOTES, OPEN_BALANCES, LAST_NUMBERS)
