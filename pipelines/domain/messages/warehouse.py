"""What may be wrong with a warehouse file."""

from pipelines.domain.messages import Message

OPEN_ELSEWHERE = Message(
    "warehouse-open-elsewhere",
    "un autre programme tient l'entrepôt ouvert ({reason}).",
    "Fermez-le, puis relancez la même commande.",
    "another program has the warehouse open ({reason}).",
    "Close it, then run the same command again.",
)
NEWER = Message(
    "warehouse-newer",
    "cet entrepôt vient d'une version plus récente (schéma {version}, le nôtre est {known}).",
    "Mettez Lettrage à jour, ou remettez une sauvegarde (lettrage restore).",
    "this warehouse comes from a later version (schema {version}, ours is {known}).",
    "Upgrade Lettrage, or put a backup back (lettrage restore).",
)
