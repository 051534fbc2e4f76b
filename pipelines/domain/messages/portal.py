"""What the portal refuses, and why it would not start."""

from pipelines.domain.messages import Message

NOT_LOCAL = Message(
    "portal-not-local",
    "le portail n'écoute pas sur « {host} » sans chiffrement.",
    "Donnez --certificate et --key, ou --behind-proxy si un serveur chiffre devant lui.",
    'the portal does not listen on "{host}" without encryption.',
    "Give --certificate and --key, or --behind-proxy if a server encrypts in front of it.",
)
NOBODY = Message(
    "portal-nobody",
    "personne ne peut encore entrer.",
    "Ajoutez une personne : lettrage person nom@exemple.fr --role accountant",
    "nobody may enter yet.",
    "Add a person: lettrage person name@example.com --role accountant",
)
UNREADABLE_PEOPLE = Message(
    "portal-unreadable-people",
    "ce fichier n'est pas du TOML lisible ({reason}).",
    "Corrigez la ligne nommée, ou recréez la personne : lettrage person",
    "this file is not readable TOML ({reason}).",
    "Correct the line named, or make the person again: lettrage person",
)
SHORT_PASSWORD = Message(
    "portal-short-password",
    "ce mot de passe a moins de {least} caractères.",
    "Choisissez-en un plus long : une phrase convient.",
    "this password has fewer than {least} characters.",
    "Choose a longer one: a sentence will do.",
)
WRONG_PASSWORD = Message(
    "portal-wrong-password",
    "cette adresse et ce mot de passe ne vont pas ensemble.",
    "Vérifiez l'un et l'autre ; la boutique peut vous en donner de nouveaux.",
    "this address and this password do not go together.",
    "Check both; the shop can give you new ones.",
)
TOO_MANY_TRIES = Message(
    "portal-too-many-tries",
    "trop d'essais : cette porte reste fermée {minutes} minutes.",
    "Attendez, puis recommencez.",
    "too many tries: this door stays closed for {minutes} minutes.",
    "Wait, then try again.",
)
FORGED = Message(
    "portal-forged",
    "cette demande ne vient pas de la page affichée.",
    "Rechargez la page, puis recommencez.",
    "this request does not come from the page shown.",
    "Reload the page, then try again.",
)
NOT_ALLOWED = Message(
    "portal-not-allowed",
    "votre rôle ne permet pas cela.",
    "Demandez à une personne qui en a le droit.",
    "your role does not allow this.",
    "Ask someone who may.",
)
NOT_FOUND = Message(
    "portal-not-found",
    "il n'y a rien ici.",
    "Revenez à la liste des mois.",
    "there is nothing here.",
    "Go back to the list of months.",
)
NOTHING_CHOSEN = Message(
    "portal-nothing-chosen",
    "aucune ligne n'est cochée.",
    "Cochez au moins une ligne, puis recommencez.",
    "no line is ticked.",
    "Tick at least one line, then try again.",
)
PHOTO_TOO_HEAVY = Message(
    "portal-photo-too-heavy",
    "une photo pèse plus de {most} Mo.",
    "Prenez-la moins grande, puis recommencez.",
    "a photo weighs more than {most} MB.",
    "Take it smaller, then try again.",
)
NOT_A_PHOTO = Message(
    "portal-not-a-photo",
    "ce fichier n'est pas une photo lisible.",
    "Donnez une photo JPEG, PNG ou WebP.",
    "this file is not a readable photo.",
    "Give a JPEG, PNG or WebP photo.",
)
TOO_MANY_PHOTOS = Message(
    "portal-too-many-photos",
    "il y a plus de {most} photos.",
    "Gardez les plus parlantes, puis recommencez.",
    "there are more than {most} photos.",
    "Keep the most telling ones, then try again.",
)
TOO_MUCH = Message(
    "portal-too-much",
    "cet envoi est trop lourd, ou ne dit pas son poids.",
    "Envoyez moins de photos à la fois.",
    "this is too heavy, or does not say how heavy it is.",
    "Send fewer photos at a time.",
)
UNREADABLE_FORM = Message(
    "portal-unreadable-form",
    "ce qui a été envoyé ne se lit pas : trop long, ou d'une autre sorte que ce qui est demandé.",
    "Revenez à la page et recommencez.",
    "what was sent cannot be read: too long, or of another kind than what is asked.",
    "Go back to the page and try again.",
)
