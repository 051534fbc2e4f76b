"""What may be wrong with what the books are asked."""

from pipelines.domain.messages import Message

NOT_A_RATE = Message(
    "books-not-a-rate",
    "« {value} » n'est pas un cours de change.",
    'Écrivez la devise puis ce que vaut une unité dans la vôtre, par exemple "USD 0.92".',
    '"{value}" is not an exchange rate.',
    'Write the currency, then what one unit is worth in yours, for example "USD 0.92".',
)
NOT_AN_ACCOUNT = Message(
    "books-not-an-account",
    "« {value} » n'est pas un compte du plan comptable général 2026.",
    "Un compte commence par trois chiffres au moins, ceux d'un compte du plan : 411000, 707OSSDE190.",
    '"{value}" is no account of the French chart of accounts (PCG 2026).',
    "An account begins with at least three digits, those of an account of the chart: 411000, 707OSSDE190.",
)
ACCOUNT_TOO_LONG = Message(
    "books-account-too-long",
    "le compte {account} ne tient pas dans les {width} caractères de ce logiciel : il se confondrait avec un autre.",
    'Donnez un compte plus court dans [accounts], ou mettez auxiliaries = "channel" dans [books].',
    "account {account} does not fit the {width} characters of that software: it would be taken for another.",
    'Give a shorter account in [accounts], or set auxiliaries = "channel" in [books].',
)
UNKNOWN_FORMAT = Message(
    "books-unknown-format",
    "le format « {value} » est inconnu.",
    "Formats connus : {known}.",
    'format "{value}" is unknown.',
    "Known formats: {known}.",
)
NOTHING_TO_EXPORT = Message(
    "books-nothing-to-export",
    "le mois {month} n'est pas publié.",
    "Lancez lettrage run, puis recommencez ; mois publiés : {known}.",
    "month {month} is not published.",
    "Run lettrage run, then try again; months published: {known}.",
)
