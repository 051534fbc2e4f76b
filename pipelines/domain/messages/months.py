"""What may be wrong with closing or verifying a month."""

from pipelines.domain.messages import Message

ALREADY_SEALED = Message(
    "months-already-sealed",
    "le mois {month} est scellé depuis le {day} : il ne change plus.",
    "Ce qui arrive après coup est comptabilisé au premier jour du mois ouvert suivant ; vérifiez avec lettrage verify.",
    "month {month} has been sealed since {day}: it never changes again.",
    "What comes afterwards is booked on the first day of the next open month; check with lettrage verify.",
    exit_code=5,
)
NOT_OVER = Message(
    "months-not-over",
    "le mois {month} n'est pas fini (arrêté au {day}).",
    "Attendez son dernier jour, lancez lettrage run, puis recommencez.",
    "month {month} is not over (as of {day}).",
    "Wait for its last day, run lettrage run, then try again.",
)
NOT_RUN = Message(
    "months-not-run",
    "rien n'est encore calculé pour le mois {month} entier.",
    "Lancez d'abord lettrage run, arrêté au {last_day} ou après.",
    "nothing is computed yet for the whole month {month}.",
    "Run lettrage run first, as of {last_day} or later.",
)
OUT_OF_ORDER = Message(
    "months-out-of-order",
    "le mois {earlier} vient avant {month} et n'est pas scellé.",
    "Clôturez d'abord {earlier} : lettrage close {earlier}",
    "month {earlier} comes before {month} and is not sealed.",
    "Close {earlier} first: lettrage close {earlier}",
)
CONTROL_DIFFERS = Message(
    "months-control-differs",
    "le contrôle {number} ne tombe pas juste : {name}, {left} d'un côté, {right} de l'autre ({detail}).",
    "Corrigez ou décidez ce qui diffère, lancez lettrage run, puis recommencez.",
    "control {number} does not tie: {name}, {left} on one side, {right} on the other ({detail}).",
    "Correct or decide what differs, run lettrage run, then try again.",
    exit_code=4,
)
SAME_PERSON = Message(
    "months-same-person",
    "{author} a préparé le mois {month} : une autre personne doit l'approuver.",
    "Demandez à quelqu'un d'autre, ou mettez four_eyes = false dans [months].",
    "{author} prepared month {month}: another person must approve it.",
    "Ask someone else, or set four_eyes = false in [months].",
)
FILE_MISSING = Message(
    "months-file-missing",
    "le fichier scellé du mois {month} n'est plus là.",
    "Remettez-le de la dernière sauvegarde (lettrage restore).",
    "the sealed file of month {month} is no longer there.",
    "Put it back from the last backup (lettrage restore).",
    exit_code=4,
)
FILE_CHANGED = Message(
    "months-file-changed",
    "le fichier scellé du mois {month} a été modifié : son empreinte n'est plus {hash}.",
    "Remettez-le de la dernière sauvegarde (lettrage restore).",
    "the sealed file of month {month} was altered: its hash is no longer {hash}.",
    "Put it back from the last backup (lettrage restore).",
    exit_code=4,
)
CHAIN_BROKEN = Message(
    "months-chain-broken",
    "le mois {month} n'est pas enchaîné au précédent : {previous} était attendu.",
    "Remettez le registre de la dernière sauvegarde (lettrage restore).",
    "month {month} is not chained to the one before it: {previous} was expected.",
    "Put the register back from the last backup (lettrage restore).",
    exit_code=4,
)
WAREHOUSE_DIFFERS = Message(
    "months-warehouse-differs",
    "l'entrepôt ne dit plus ce qui est scellé pour {month} : {what}, « {sealed} » scellé, « {found} » lu.",
    "Reconstruisez-le : supprimez le dossier warehouse/ et lancez lettrage run.",
    'the warehouse no longer says what is sealed for {month}: {what}, "{sealed}" sealed, "{found}" read.',
    "Rebuild it: delete the warehouse/ folder and run lettrage run.",
    exit_code=4,
)
TABLE_DIFFERS = Message(
    "months-table-differs",
    "la table {table} n'est plus celle du dernier passage : « {kept} » gardé, « {found} » lu.",
    "Reconstruisez l'entrepôt : supprimez le dossier warehouse/ et lancez lettrage run.",
    'table {table} is no longer what the last run left: "{kept}" kept, "{found}" read.',
    "Rebuild the warehouse: delete the warehouse/ folder and run lettrage run.",
    exit_code=4,
)
PUBLISHED_FILE_CHANGED = Message(
    "months-published-file-changed",
    "le fichier {path} du rayon n'est plus celui qui a été publié.",
    "Remettez-le de la dernière sauvegarde (lettrage restore), ou supprimez published et .editions et lancez lettrage run.",
    "file {path} on the shelf is no longer the one that was published.",
    "Put it back from the last backup (lettrage restore), or delete published and .editions and run lettrage run.",
    exit_code=4,
)
CONTROL_CHANGED = Message(
    "months-control-changed",
    "le contrôle {number} du mois {month} ne se recalcule pas : {name}, {kept} gardé, {found} recalculé.",
    "Lancez lettrage run ; si l'écart demeure, remettez la dernière sauvegarde (lettrage restore).",
    "control {number} of month {month} does not recompute: {name}, {kept} kept, {found} recomputed.",
    "Run lettrage run; if it still differs, put back the last backup (lettrage restore).",
    exit_code=4,
)
SHELF_FILE_MISSING = Message(
    "months-shelf-file-missing",
    "le fichier {path}, livré à la clôture du mois {month}, n'est plus sur le rayon.",
    "Remettez-le de la dernière sauvegarde (lettrage restore).",
    "file {path}, delivered when month {month} was closed, is no longer on the shelf.",
    "Put it back from the last backup (lettrage restore).",
    exit_code=4,
)
SHELF_FILE_CHANGED = Message(
    "months-shelf-file-changed",
    "le fichier {path}, livré à la clôture du mois {month}, a été modifié.",
    "Remettez-le de la dernière sauvegarde (lettrage restore).",
    "file {path}, delivered when month {month} was closed, was altered.",
    "Put it back from the last backup (lettrage restore).",
    exit_code=4,
)
SHELF_FILE_ADDED = Message(
    "months-shelf-file-added",
    "le fichier {path} n'a pas été livré à la clôture du mois {month}.",
    "Retirez-le du dossier du mois.",
    "file {path} was not delivered when month {month} was closed.",
    "Take it out of the month's folder.",
    exit_code=4,
)
