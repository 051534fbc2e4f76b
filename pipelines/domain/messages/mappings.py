"""What may be wrong with a shop's own mapping."""

from pipelines.domain.messages import Message

UNREADABLE = Message(
    "mapping-unreadable",
    "ce fichier n'est pas du TOML lisible ({reason}).",
    "Corrigez la ligne nommée.",
    "this file is not readable TOML ({reason}).",
    "Correct the line named.",
)
UNKNOWN_KIND = Message(
    "mapping-unknown-kind",
    "« kind » vaut « {value} », qui n'est pas une sorte de lignes.",
    "Sortes possibles : {known}.",
    '"kind" is "{value}", which is no kind of rows.',
    "Possible kinds: {known}.",
)
UNKNOWN_COLUMN = Message(
    "mapping-unknown-column",
    "« {column} » n'est pas une colonne de {kind}.",
    "Colonnes possibles : {known}.",
    '"{column}" is no column of {kind}.',
    "Possible columns: {known}.",
)
MISSING_COLUMN = Message(
    "mapping-missing-column",
    "la colonne « {column} » manque : {kind} en a besoin.",
    'Dites de quelle colonne elle vient, ou donnez-lui une valeur fixe : {column} = {{ value = "…" }}.',
    'column "{column}" is missing: {kind} needs it.',
    'Say which column it comes from, or give it a fixed value: {column} = {{ value = "…" }}.',
)
UNKNOWN_KEY = Message(
    "mapping-unknown-key",
    "« {column} » : la clé « {key} » est inconnue, ou manque.",
    "Clés possibles : column ou value, date, decimal, sign, words.",
    '"{column}": key "{key}" is unknown, or missing.',
    "Possible keys: column or value, date, decimal, sign, words.",
)
