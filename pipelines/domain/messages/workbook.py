"""What may be wrong with a workbook that comes back."""

from pipelines.domain.messages import Message

UNREADABLE = Message(
    "workbook-unreadable",
    "ce fichier n'est pas un classeur .xlsx lisible ({reason}).",
    "Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx, sans mot de passe.",
    "this file is not a readable .xlsx workbook ({reason}).",
    "Open it in your spreadsheet and save it as .xlsx, without a password.",
)
TOO_LARGE = Message(
    "workbook-too-large",
    "ce classeur se déplie en {megabytes} Mo : il n'est pas de ceux que nous écrivons.",
    "Repartez du classeur publié et reportez-y vos décisions.",
    "this workbook unfolds into {megabytes} MB: it is not one we write.",
    "Start again from the published workbook and copy your decisions into it.",
)
MACROS = Message(
    "workbook-macros",
    "ce classeur contient des macros : il n'est pas lu.",
    "Enregistrez-le au format .xlsx, sans macros.",
    "this workbook holds macros: it is not read.",
    "Save it as .xlsx, without macros.",
)
EXTERNAL_LINKS = Message(
    "workbook-external-links",
    "ce classeur va chercher des valeurs dans d'autres fichiers : il n'est pas lu.",
    "Rompez ces liaisons (Données, Modifier les liens), puis enregistrez.",
    "this workbook fetches values from other files: it is not read.",
    "Break these links (Data, Edit links), then save.",
)
NOT_OURS = Message(
    "workbook-not-ours",
    "ce classeur n'est pas un grand livre de Lettrage, ou sa feuille cachée a été supprimée.",
    "Repartez du classeur publié et reportez-y vos décisions.",
    "this workbook is no ledger of Lettrage, or its hidden sheet was deleted.",
    "Start again from the published workbook and copy your decisions into it.",
)
OTHER_SHOP = Message(
    "workbook-other-shop",
    "ce classeur est celui d'une autre boutique ({found}).",
    "Nommez la bonne boutique avec --shop.",
    "this workbook is another shop's ({found}).",
    "Name the right shop with --shop.",
)
SEALED = Message(
    "workbook-sealed",
    "le mois {month} est scellé : plus rien ne s'y décide.",
    "Décidez dans le classeur du mois ouvert : l'écart y figure encore.",
    "month {month} is sealed: nothing is decided there any more.",
    "Decide in the open month's workbook: the break is still there.",
    exit_code=5,
)
SHEET_MISSING = Message(
    "workbook-sheet-missing",
    "la feuille « {sheet} » manque : elle a été renommée ou supprimée.",
    "Rendez-lui son nom, ou repartez du classeur publié.",
    'sheet "{sheet}" is missing: it was renamed or deleted.',
    "Give it back its name, or start again from the published workbook.",
)
COLUMN_MISSING = Message(
    "workbook-column-missing",
    "la colonne « {column} » manque : elle a été renommée ou supprimée.",
    "Rendez-lui son titre, ou repartez du classeur publié.",
    'column "{column}" is missing: it was renamed or deleted.',
    "Give it back its title, or start again from the published workbook.",
)
