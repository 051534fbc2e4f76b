"""What the command line says: one line of help a verb, and what may be wrong with what was asked of it."""

from pipelines.domain.messages import Message

DAY_TO_COME = Message(
    "command-day-to-come",
    "le {day} n'est pas encore venu (nous sommes le {today}).",
    "Donnez un jour passé, ou aujourd'hui.",
    "{day} is still to come (today is {today}).",
    "Give a day past, or today.",
)
NO_SHOP = Message(
    "command-no-shop",
    "ce dossier n'est pas celui d'une boutique.",
    "Créez-le d'abord : lettrage init {folder}",
    "this folder is no shop's.",
    "Create it first: lettrage init {folder}",
)
NO_SHOPS = Message(
    "command-no-shops",
    "aucun sous-dossier ne contient de shop.toml.",
    "Nommez le dossier qui contient vos boutiques, ou créez-en une : lettrage init {folder}/ma-boutique",
    "no folder in it holds a shop.toml.",
    "Name the folder that holds your shops, or create one: lettrage init {folder}/my-shop",
)
SHOP_AND_SHOPS = Message(
    "command-shop-and-shops",
    "--shop {shop} et --shops {shops} ne vont pas ensemble : l'un nomme une boutique, l'autre un dossier de boutiques.",
    "Gardez l'un des deux.",
    "--shop {shop} and --shops {shops} do not go together: one names a shop, the other a folder of shops.",
    "Keep one of the two.",
)
NOT_EMPTY = Message(
    "command-not-empty",
    "ce dossier contient déjà une boutique.",
    "Choisissez un autre dossier, ou gardez celui-ci tel quel.",
    "this folder already holds a shop.",
    "Choose another folder, or keep this one as it is.",
)
NOT_A_DEMONSTRATION = Message(
    "command-not-a-demonstration",
    "ce dossier n'est pas vide, et n'est pas une démonstration.",
    "Nommez-en un autre : lettrage demo --into DOSSIER",
    "this folder is not empty, and no demonstration.",
    "Name another: lettrage demo --into FOLDER",
)
UNKNOWN_NUMBER = Message(
    "command-unknown-number",
    "aucun avoir, remboursement, retour ni aucune commande ne porte ce numéro.",
    "Vérifiez-le ; lettrage status dit jusqu'où les exports sont lus.",
    "no credit note, refund, return or order has this number.",
    "Check it; lettrage status says how far the exports were read.",
)
NOTHING_PUBLISHED = Message(
    "command-nothing-published",
    "rien n'est encore publié.",
    "Déposez vos exports dans {inbox}, puis : lettrage run",
    "nothing is published yet.",
    "Drop your exports into {inbox}, then: lettrage run",
)
NOT_A_MONTH = Message(
    "command-not-a-month",
    "« {value} » n'est pas un mois.",
    "Écrivez-le AAAA-MM, par exemple 2026-10.",
    '"{value}" is not a month.',
    "Write it YYYY-MM, for example 2026-10.",
)
BUSY = Message(
    "command-busy",
    "une autre commande écrit dans cette boutique : {holder}, depuis {age}.",
    "Attendez qu'elle finisse, puis recommencez.",
    "another command is writing in this shop: {holder}, for {age}.",
    "Wait until it ends, then try again.",
)
DISK_FULL = Message(
    "command-disk-full",
    "le disque est plein ; rien n'est perdu, le dernier état publié est intact.",
    "Libérez de la place, puis relancez la même commande.",
    "the disk is full; nothing is lost, the last published state is whole.",
    "Free some space, then run the same command again.",
    exit_code=1,
)
NOT_WRITABLE = Message(
    "command-not-writable",
    "impossible d'écrire ici ({reason}).",
    "Donnez à ce compte le droit d'y écrire, puis relancez la même commande.",
    "cannot write here ({reason}).",
    "Let this account write there, then run the same command again.",
    exit_code=1,
)
DISK_FAILING = Message(
    "command-disk-failing",
    "le disque ne lit ou n'écrit plus ce qu'on lui demande ({reason}) ; le dernier état publié est intact.",
    "Faites examiner le disque, puis relancez la même commande : ce qui manque sera refait.",
    "the disk no longer reads or writes what it is asked to ({reason}); the last published state is whole.",
    "Have the disk examined, then run the same command again: what is missing will be made again.",
    exit_code=1,
)
FAULT = Message(
    "command-fault",
    "une faute de notre part a arrêté la commande ({reason}) ; rien n'est perdu, le dernier état publié est intact.",
    "Relancez la même commande. Si la faute revient : lettrage doctor, puis envoyez-nous le fichier {report}.",
    "a fault of ours stopped the command ({reason}); nothing is lost, the last published state is whole.",
    "Run the same command again. If the fault comes back: lettrage doctor, then send us the file {report}.",
    exit_code=1,
)

HELP: dict[str, tuple[str, str]] = {
    "backup": ("sauvegarder la boutique dans un fichier vérifié", "back the shop up into one verified file"),
    "close": ("préparer, approuver, sceller un mois", "prepare, approve, seal a month"),
    "compare": ("comparer avec un FEC tenu ailleurs", "compare with a FEC kept elsewhere"),
    "decide": ("relire les décisions du classeur", "read the decisions back from the workbook"),
    "demo": ("inventer une boutique, tout faire, dire où regarder", "invent a shop, run everything, say where to look"),
    "doctor": ("examiner la boutique et dire quoi réparer", "examine the shop and say what to mend"),
    "explain": ("toute l'histoire d'un retour", "one return's whole story"),
    "export": ("un mois au format d'un logiciel comptable", "a month in an accounting software's format"),
    "forget": ("effacer les données d'une personne", "erase a person's data"),
    "init": ("créer le dossier d'une boutique", "create a shop's folder"),
    "inspect": ("reconnaître des fichiers sans rien charger", "recognise files, load nothing"),
    "issue": ("numéroter les avoirs prêts", "number the credit notes that are ready"),
    "online_retail": (
        "la vraie boutique Online Retail, ses remboursements inventés",
        "the real Online Retail shop, its refunds invented",
    ),
    "person": ("laisser entrer une personne dans le portail", "let a person into the portal"),
    "policy": ("la politique de retour, prête à publier", "the return policy, ready to publish"),
    "restore": ("remettre une sauvegarde", "put a backup back"),
    "run": ("le travail de la nuit : tout le nouveau, tous les mois ouverts", "the nightly job: all that is new"),
    "send": ("envoyer les avoirs par courriel", "e-mail the credit notes"),
    "serve": ("le portail du comptable et du marchand", "the portal for accountant and merchant"),
    "status": ("mois ouverts, files d'attente, trous, dernier passage", "open months, queues, holes, last run"),
    "tables": ("toutes les tables en Parquet", "every table as Parquet"),
    "verify": ("recalculer la chaîne et tous les contrôles", "recompute the chain and every control"),
}
