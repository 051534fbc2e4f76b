"""Why a whole file is refused, said so that the merchant can mend it."""

from pipelines.domain.messages import Message


def _file(code: str, french: str, french_remedy: str, english: str, english_remedy: str) -> Message:
    return Message(code, french, french_remedy, english, english_remedy, exit_code=3)


EMPTY = _file(
    "file-empty",
    "ce fichier est vide.",
    "Refaites l'export ; s'il n'y avait rien à exporter, supprimez ce fichier.",
    "this file is empty.",
    "Export again; if there was nothing to export, delete this file.",
)
DIRECTORY = _file(
    "file-directory",
    "c'est un dossier, pas un fichier.",
    "Donnez un fichier ; dans la boîte de dépôt, renommez ce dossier sans extension : les fichiers qu'il contient sont lus.",
    "this is a folder, not a file.",
    "Give a file; in the inbox, rename this folder without an extension: the files in it are read.",
)
BINARY = _file(
    "file-binary",
    "ce n'est pas un fichier de texte, ni un format que nous connaissons.",
    "Exportez en CSV, JSON, XML ou xlsx.",
    "this is no text file, nor a format we know.",
    "Export as CSV, JSON, XML or xlsx.",
)
STRAY_QUOTES = _file(
    "file-stray-quotes",
    "des guillemets s'ouvrent et ne se ferment pas : on ne sait plus où commencent les lignes, aucune n'est lue.",
    'Demandez un nouvel export, sans le modifier ; un guillemet dans une valeur se double ("").',
    "quotes open and never close: where rows begin is unsure, and none is read.",
    'Ask for a new export, unaltered; a quote within a value is doubled ("").',
)
UNREADABLE = _file(
    "file-unreadable",
    "impossible de lire ce fichier ({reason}).",
    "Donnez à ce compte le droit de le lire, ou déposez-le à nouveau.",
    "cannot read this file ({reason}).",
    "Let this account read it, or drop it again.",
)
UNKNOWN_FORMAT = _file(
    "file-unknown-format",
    "l'en-tête n'est celui d'aucun format connu : {header}.",
    "Déposez l'export d'origine, sans le modifier, ou décrivez ses colonnes : lettrage inspect FICHIER --suggest",
    "the header is of no known format: {header}.",
    "Drop the export as it came, or describe its columns: lettrage inspect FILE --suggest",
)
MISSPELT_COLUMN = _file(
    "file-misspelt-column",
    "la colonne « {column} » est inconnue du format {format} ; la plus proche est « {nearest} ».",
    "Renommez-la « {nearest} », ou supprimez-la.",
    'column "{column}" is unknown to the format {format}; the nearest is "{nearest}".',
    'Rename it "{nearest}", or delete it.',
)
UNKNOWN_COLUMN = _file(
    "file-unknown-column",
    "la colonne « {column} » est inconnue du format {format}.",
    "Supprimez-la. Colonnes connues : {known}.",
    'column "{column}" is unknown to the format {format}.',
    "Delete it. Known columns: {known}.",
)
MISSING_COLUMN = _file(
    "file-missing-column",
    "c'est presque le format {format}, mais la colonne « {column} » manque.",
    "Refaites l'export avec cette colonne.",
    'this is nearly the format {format}, but column "{column}" is missing.',
    "Export again with this column.",
)
TWICE_COLUMN = _file(
    "file-twice-column",
    "la colonne « {column} » est là deux fois.",
    "Gardez-en une seule.",
    'column "{column}" is there twice.',
    "Keep one of them.",
)
AMBIGUOUS_FORMAT = _file(
    "file-ambiguous-format",
    "ce fichier peut être de deux formats : {formats}.",
    "Refaites l'export avec toutes ses colonnes.",
    "this file may be of two formats: {formats}.",
    "Export again with all its columns.",
)
BROKEN_ARCHIVE = _file(
    "file-broken-archive",
    "ce fichier compressé est coupé ou abîmé ({reason}).",
    "Déposez-le à nouveau ; le transfert s'est sans doute arrêté en route.",
    "this compressed file is cut or damaged ({reason}).",
    "Drop it again; the transfer probably stopped midway.",
)
TOO_LARGE = _file(
    "file-too-large",
    "ce fichier compressé s'ouvrirait sur plus de {limit}.",
    "Ce n'est pas un export ordinaire : vérifiez d'où il vient, ou déposez-le décompressé.",
    "this compressed file would open to more than {limit}.",
    "This is no ordinary export: check where it comes from, or drop it uncompressed.",
)
LOCKED_ARCHIVE = _file(
    "file-locked-archive",
    "ce fichier compressé est protégé par un mot de passe.",
    "Déposez-le décompressé.",
    "this compressed file is protected by a password.",
    "Drop it uncompressed.",
)
HOSTILE_XML = _file(
    "file-hostile-xml",
    "ce XML déclare des entités ou un DTD : nous ne les ouvrons pas.",
    "Vérifiez d'où il vient ; un export ordinaire n'en a pas.",
    "this XML declares entities or a DTD: we do not open them.",
    "Check where it comes from; an ordinary export has none.",
)
FAULTY_RECORD = _file(
    "file-faulty-record",
    "ce fichier du format {format} ne se lit pas ({reason}).",
    "Déposez l'export d'origine, sans le modifier.",
    "this file of the format {format} cannot be read ({reason}).",
    "Drop the export as it came.",
)
IMPOSSIBLE_DATE = _file(
    "file-impossible-date",
    "ligne {row} : « {value} » n'est pas une date possible dans l'ordre jour et mois du format {format}.",
    "Refaites l'export sans le modifier ; si un tableur ou un autre pays a changé cet ordre, dites-le dans shop.toml : "
    'date_order = "day_first" ou "month_first", sous [providers.…].',
    'line {row}: "{value}" is no possible date in the order of day and month of the format {format}.',
    "Export again, unaltered; if a spreadsheet or another country changed that order, say so in shop.toml: "
    'date_order = "day_first" or "month_first", under [providers.…].',
)
