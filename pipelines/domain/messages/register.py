"""What may be wrong with a register."""

from pipelines.domain.messages import Message

BROKEN_CHAIN = Message(
    "register-broken-chain",
    "la ligne {sequence} ne suit pas celle d'avant : le registre a été modifié.",
    "Remettez le fichier de la dernière sauvegarde (lettrage restore).",
    "line {sequence} does not follow the one before it: the register was altered.",
    "Put back the file of the last backup (lettrage restore).",
    exit_code=4,
)
UNREADABLE_LINE = Message(
    "register-unreadable-line",
    "la ligne {number} n'est pas une ligne de registre.",
    "Remettez le fichier de la dernière sauvegarde (lettrage restore).",
    "line {number} is not a register line.",
    "Put back the file of the last backup (lettrage restore).",
    exit_code=4,
)
UNUSABLE_LINE = Message(
    "register-unusable-line",
    "la ligne {sequence} dit ce que cette version ne sait pas lire ({fault}).",
    "Installez la version qui l'a écrite, ou remettez le fichier de la dernière sauvegarde (lettrage restore).",
    "line {sequence} says what this version cannot read ({fault}).",
    "Install the version that wrote it, or put back the file of the last backup (lettrage restore).",
    exit_code=4,
)
