"""What may be wrong with a backup."""

from pipelines.domain.messages import Message

UNREADABLE = Message(
    "backup-unreadable",
    "ce fichier n'est pas une sauvegarde lisible ({reason}).",
    "Prenez une autre sauvegarde.",
    "this file is no readable backup ({reason}).",
    "Take another backup.",
)
DIFFERS = Message(
    "backup-differs",
    "« {name} » n'est pas tel qu'il fut sauvegardé.",
    "Prenez une autre sauvegarde.",
    '"{name}" is not as it was backed up.',
    "Take another backup.",
)
NOT_EMPTY = Message(
    "backup-not-empty",
    "ce dossier n'est pas vide : rien n'y est remis.",
    "Nommez un dossier nouveau : lettrage restore FICHIER --shop DOSSIER",
    "this folder is not empty: nothing is put there.",
    "Name a new folder: lettrage restore FILE --shop FOLDER",
)
