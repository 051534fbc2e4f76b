"""Why one row of a workbook decides nothing; the other rows are read."""

from pipelines.domain.messages import Message

FORMULA = Message(
    "decision-formula",
    "« {column} » contient une formule.",
    "Choisissez dans la liste, ou tapez le texte lui-même.",
    '"{column}" holds a formula.',
    "Pick from the list, or type the text itself.",
    exit_code=3,
)
UNKNOWN_WORD = Message(
    "decision-unknown-word",
    "« {word} » n'est pas une décision connue.",
    "Décisions possibles ici : {choices}.",
    '"{word}" is not a known decision.',
    "Possible decisions here: {choices}.",
    exit_code=3,
)
NOT_ALLOWED = Message(
    "decision-not-allowed",
    "« {word} » ne se décide pas pour cet écart.",
    "Décisions possibles ici : {choices}.",
    '"{word}" cannot be decided for this break.',
    "Possible decisions here: {choices}.",
    exit_code=3,
)
EDITED = Message(
    "decision-row-edited",
    "cette ligne a été modifiée ailleurs que dans les colonnes de décision.",
    "Remettez les valeurs publiées : un montant se corrige dans l'export, pas ici.",
    "this row was altered outside the columns to decide in.",
    "Put back the published values: an amount is corrected in the export, not here.",
    exit_code=3,
)
DELETED = Message(
    "decision-row-deleted",
    "{count} ligne(s) ont été supprimées du classeur : rien n'est changé pour elles.",
    "Rien à faire si c'est voulu ; sinon repartez du classeur publié.",
    "{count} row(s) were deleted from the workbook: nothing changes for them.",
    "Nothing to do if it was meant; otherwise start again from the published workbook.",
    exit_code=3,
)
UNKNOWN_ROW = Message(
    "decision-unknown-row",
    "cette ligne n'est pas de celles que nous avons publiées.",
    "Décidez sur la ligne d'origine.",
    "this row is not one we published.",
    "Decide on the original row.",
    exit_code=3,
)
TWICE = Message(
    "decision-row-twice",
    "cette ligne est la copie d'une autre.",
    "Gardez une seule des deux.",
    "this row is a copy of another.",
    "Keep only one of the two.",
    exit_code=3,
)
GONE = Message(
    "decision-gone",
    "cet écart n'existe plus : il a été réglé depuis que le classeur a été publié.",
    "Rien à faire.",
    "this break is no more: it was settled since the workbook was published.",
    "Nothing to do.",
    exit_code=3,
)
CHANGED = Message(
    "decision-changed",
    "cet écart a changé depuis que le classeur a été publié.",
    "Décidez dans le classeur du dernier passage.",
    "this break has changed since the workbook was published.",
    "Decide in the workbook of the last run.",
    exit_code=3,
)
TARGET_MISSING = Message(
    "decision-target-missing",
    "« {word} » demande l'autre moitié : un numéro d'avoir ou un identifiant de remboursement.",
    "Écrivez-le dans la colonne « Précision ».",
    "\"{word}\" asks for the other half: a credit note's number or a refund's id.",
    'Write it in column "Précision".',
    exit_code=3,
)
TARGET_UNKNOWN = Message(
    "decision-target-unknown",
    "« {target} » n'est ni un avoir ni un remboursement connu.",
    "Vérifiez la colonne « Précision ».",
    '"{target}" is neither a known credit note nor a known refund.',
    'Check column "Précision".',
    exit_code=3,
)
NOTHING_TO_REVOKE = Message(
    "decision-nothing-to-revoke",
    "aucune décision n'est en vigueur ici.",
    "Rien à faire.",
    "no decision stands here.",
    "Nothing to do.",
    exit_code=3,
)
SEALED_ITEM = Message(
    "decision-sealed-item",
    "l'avoir et le remboursement sont tous deux dans des mois scellés.",
    "Corrigez par une écriture du mois ouvert.",
    "credit note and refund both stand in sealed months.",
    "Correct it by an entry of the open month.",
    exit_code=5,
)
