"""What may be wrong with what a shop says of its stock."""

from pipelines.domain.messages import Message

UNREADABLE_BUNDLE = Message(
    "stock-unreadable-bundle",
    "« {line} » n'est pas un lot.",
    "Écrivez par exemple « COFFRET = 2 x SAVON + BOUGIE ».",
    '"{line}" is not a bundle.',
    'Write for example "COFFRET = 2 x SAVON + BOUGIE".',
)
