"""What may be wrong with a `shop.toml`."""

from pipelines.domain.messages import Message

UNREADABLE = Message(
    "shop-unreadable",
    "ce fichier n'est pas du TOML lisible ({reason}).",
    "Corrigez la ligne nommée.",
    "this file is not readable TOML ({reason}).",
    "Correct the line named.",
)
UNKNOWN_SECTION = Message(
    "shop-unknown-section",
    "la section « {section} » est inconnue.",
    "Sections connues : {known}.",
    'section "{section}" is unknown.',
    "Known sections: {known}.",
)
NOT_A_SECTION = Message(
    "shop-not-a-section",
    "une section est attendue, « {value} » a été lu.",
    "Écrivez son nom entre crochets, ses clés en dessous.",
    'a section is expected, "{value}" was read.',
    "Write its name in brackets and its keys below.",
)
UNKNOWN_KEY = Message(
    "shop-unknown-key",
    "la clé « {key} » est inconnue.",
    "Clés connues : {known}.",
    'key "{key}" is unknown.',
    "Known keys: {known}.",
)
MISSING_KEY = Message(
    "shop-missing-key",
    "la clé « {key} » manque.",
    "Ajoutez-la.",
    'key "{key}" is missing.',
    "Add it.",
)
NOT_A_CHOICE = Message(
    "shop-not-a-choice",
    "« {value} » n'est pas une valeur connue.",
    "Valeurs possibles : {choices}.",
    '"{value}" is not a known value.',
    "Possible values: {choices}.",
)
NOT_EXACT = Message(
    "shop-not-exact",
    "« {value} » n'est pas un nombre exact.",
    'Écrivez-le entre guillemets, par exemple "0.02".',
    '"{value}" is not an exact number.',
    'Write it between quotes, for example "0.02".',
)
WRONG_TYPE = Message(
    "shop-wrong-type",
    "« {value} » n'est pas du type attendu.",
    "Type attendu : {expected}.",
    '"{value}" is not of the expected type.',
    "Expected type: {expected}.",
)
NOT_BETWEEN = Message(
    "shop-not-between",
    "« {value} » est hors de ses bornes.",
    "Écrivez un nombre entre {least} et {most}.",
    '"{value}" is out of its bounds.',
    "Write a number between {least} and {most}.",
)
NOT_SHAPED = Message(
    "shop-not-shaped",
    "« {value} » n'est pas écrit comme il le faut.",
    "Écrivez-le comme : {example}",
    '"{value}" is not written as it must be.',
    "Write it like: {example}",
)
HIDDEN_SIGN = Message(
    "shop-hidden-sign",
    "{value} contient un signe caché (tabulation, commande, sens d'écriture).",
    "Tapez le texte à nouveau, sans le coller.",
    "{value} holds a hidden sign (tabulation, command, direction of writing).",
    "Type the text again instead of pasting it.",
)
TOO_LONG = Message(
    "shop-too-long",
    "ce texte a {length} caractères.",
    "Écrivez-le en {most} caractères au plus.",
    "this text has {length} characters.",
    "Write it in {most} characters at most.",
)
