"""Why a person cannot be forgotten."""

from pipelines.domain.messages import Message

UNKNOWN = Message(
    "forget-unknown",
    "personne n'est connu sous « {person} », ou c'est déjà oublié.",
    "Donnez l'adresse électronique ou l'identifiant du client, tels que la boutique les exporte.",
    'nobody is known as "{person}", or they are forgotten already.',
    "Give the customer's e-mail or id, as the shop exports it.",
)
NOBODY_NAMED = Message(
    "forget-nobody-named",
    "personne n'est nommé.",
    "Donnez une adresse, ou --expired pour tout ce qui a passé la durée de conservation.",
    "nobody is named.",
    "Give an e-mail, or --expired for all that is past its retention.",
)
