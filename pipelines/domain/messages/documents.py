"""What may be wrong with documents: their looks, their numbers, their sending."""

from pipelines.domain.messages import Message

NOT_A_LOGO = Message(
    "documents-not-a-logo",
    "« {value} » n'est pas une image du dossier de la boutique.",
    "Déposez l'image à côté de shop.toml et nommez-la ({endings}).",
    '"{value}" is not an image of the shop\'s folder.',
    "Put the image beside shop.toml and name it ({endings}).",
)
NOT_A_PATTERN = Message(
    "documents-not-a-pattern",
    "« {value} » ne donne pas de numéro publiable.",
    "Terminez par {{number:06d}}, avec {{year}} avant : 35 signes au plus, lettres, chiffres et - + _ /.",
    '"{value}" makes no number that may be published.',
    "End it with {{number:06d}}, with {{year}} before: 35 characters at most, letters, digits and - + _ /.",
)
UNKNOWN_DRAFT = Message(
    "documents-unknown-draft",
    "« {value} » n'est pas un projet d'avoir en attente.",
    "Relisez la liste : lettrage issue --dry-run",
    '"{value}" is no draft.',
    "Read the list again: lettrage issue --dry-run",
)
MONTH_SEALED = Message(
    "documents-month-sealed",
    "le mois {month} est scellé : plus aucun avoir ne peut y être daté.",
    "Datez-les d'un mois ouvert.",
    "month {month} is sealed: no credit note may be dated in it any more.",
    "Date them in an open month.",
    exit_code=5,
)
DAY_BEFORE_LAST = Message(
    "documents-day-before-last",
    "le {day} précède le dernier numéro donné, du {last} : les numéros suivraient un autre ordre que les dates.",
    "Numérotez à la date du {last} ou après.",
    "{day} comes before the last number given, of {last}: numbers would follow another order than dates.",
    "Number on {last} or later.",
)
SERIES_TAKEN = Message(
    "documents-series-taken",
    "la boutique numérote déjà dans la série « {value} » ({number}).",
    "Choisissez un autre modèle, par exemple LAV-{{year}}-{{number:06d}}.",
    'the shop already numbers in series "{value}" ({number}).',
    "Choose another pattern, for example LAV-{{year}}-{{number:06d}}.",
)
NOT_OURS = Message(
    "documents-not-ours",
    "« {value} » n'est pas un avoir numéroté par Lettrage.",
    "Un avoir de la boutique se corrige dans la boutique.",
    '"{value}" is no credit note that Lettrage numbered.',
    "A credit note of the shop's own is corrected in the shop.",
)
ALREADY_CANCELLED = Message(
    "documents-already-cancelled",
    "« {value} » est déjà annulé par un contre-document.",
    "Il n'y a rien à faire.",
    '"{value}" is already undone by a counter-document.',
    "There is nothing to do.",
)
NO_REASON = Message(
    "documents-no-reason",
    "un contre-document dit pourquoi.",
    "Ajoutez --reason « … ».",
    "a counter-document says why.",
    'Add --reason "…".',
)
EMAIL_IS_OFF = Message(
    "documents-email-is-off",
    "aucun serveur de courriel n'est nommé.",
    "Renseignez server et sender ; le mot de passe reste dans une variable d'environnement.",
    "no mail server is named.",
    "Fill in server and sender; the password stays in an environment variable.",
)
NOT_A_SENDER = Message(
    "documents-not-a-sender",
    "« {value} » n'est pas une adresse d'expéditeur.",
    "Écrivez une seule adresse, sans nom : sav@boutique.fr",
    '"{value}" is no address to send from.',
    "Write one address, without a name: sav@boutique.fr",
)
NOT_ENCRYPTED = Message(
    "documents-not-encrypted",
    "les courriels partiraient en clair vers {server}.",
    'Écrivez encryption = "starttls" ou "tls" ; "none" ne vaut que pour un serveur de cette machine.',
    "mail would go to {server} unencrypted.",
    'Write encryption = "starttls" or "tls"; "none" is for a server of this machine only.',
)
NO_MAIL_SERVER = Message(
    "documents-no-mail-server",
    "le serveur {server} ne répond pas ou refuse la connexion ({reason}).",
    "Vérifiez server, port, user et le mot de passe, puis recommencez : rien ne part deux fois.",
    "server {server} does not answer or refuses the connection ({reason}).",
    "Check server, port, user and the password, then try again: nothing goes twice.",
)
