"""What may be wrong with documents: their looks, their numbers, their sending."""

from pipelines.domain.messages import Message

NOT_A_LOGO = Message(
    "documents-not-a-logo",
    "« {value} » n'est pas une image du dossier de la boutique.",
    "Déposez l'image à côté de shop.toml et nommez-la ({endings}).",
    '"{value}" is not an image of the shop\'s folder.',
    "Put the image beside shop.toml and name it ({endings}).",
)
